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
  requestEvents: {
    asked: "demandé",
    reminded: "relancé",
    refused: "refusé",
    blocked: "bloqué",
    unblocked: "débloqué",
    done: "dit fait",
    noted: "noté",
  },
  requestNoted: (address, event, by, reason) => `${address} : ${event}${reason === undefined ? "" : ` (${reason})`}, noté par ${by}`,
  requestsLater: (n) => `${n} ${p(n, "demande dont", "demandes dont")} l'heure n'est pas venue`,
  requestsWaiting: (n) => `${n} ${p(n, "demande attend", "demandes attendent")} une étape de quelqu'un d'autre : pas encore à demander`,
  blockedReasons: (words) => `Les mots que « chorus guide --blocked » connaît : ${words}`,
  notedIn: (file) => `Écrit dans ${file}.`,
  nothingAsked: "Rien à demander aujourd'hui : rien n'est écrit.",
  acceptedBy: (address, by, until) => `${address} : différence acceptée par ${by}, jusqu'au ${until}`,
  attestationsIn: (file) => `Écrit dans ${file}. Suite : chorus apply`,
} satisfies RunWords;
