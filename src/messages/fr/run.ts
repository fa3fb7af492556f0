import { pluralFr as p } from "../plural.ts";
import type { RunWords } from "../shape.ts";

export const run = {
  asking: (environment, application, n) => `${environment}, ${application} : ${n} ${p(n, "question", "questions")}`,
  asked: (environment, application, n) => `${environment}, ${application} : ${n} ${p(n, "réponse", "réponses")}`,
  moving: (environment, application, answered, asked) => `${environment}, ${application} : ${answered} / ${asked}`,
  becameTrue: "prouvé",
  drifted: "n'est plus vrai",
  attested: "attesté",
  wrote: (values) => `écrit : ${values}`,
  writeRefused: (status) => `écriture refusée${status === "" ? "" : ` (${status})`} : l'étape devient manuelle`,
  held: "retenu",
  changes: {
    desired: "la configuration a changé depuis la relecture",
    "new-step": "une étape est apparue depuis la relecture",
    argument: "une valeur à saisir a changé depuis la relecture",
    write: "une écriture que le plan relu ne prévoyait pas",
  },
  recorded: (file, n) => `Enregistré : ${n} ${p(n, "ligne", "lignes")} dans ${file}`,
  attestedBy: (address, by, until) => `${address} : attesté par ${by}, jusqu'au ${until}`,
  attestationsIn: (file) => `Écrit dans ${file}. Suite : chorus apply`,
} satisfies RunWords;
