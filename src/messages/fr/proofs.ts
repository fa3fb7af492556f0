import { pluralFr as p } from "../plural.ts";
import type { ProofWords } from "../shape.ts";

export const proofs = {
  made: (client, environment, file) => `Preuve de ${client} (${environment}) écrite dans ${file}`,
  signedBy: (key) => `signée par la clé ${key}`,
  unsigned: "non signée",
  answers: (yes, no, unknown) =>
    `${yes} ${p(yes, "fait prouvé", "faits prouvés")}, ${no} ${p(no, "contredit", "contredits")}, ${unknown} ${p(unknown, "indéterminé", "indéterminés")}`,
  missing: (names) => `secrets introuvables sur cette machine : ${names}`,
  send: (file) => `Elle ne contient aucun secret. À transmettre à l'éditeur, qui la recueille par : chorus collect ${file}`,
  collected: (client, environment, date) => `preuve de ${client} (${environment}), du ${date}`,
  brings: (n) => `${n} ${p(n, "réponse", "réponses")}`,
  unasked: (n) => `${n} ${p(n, "question", "questions")} de plus ici : à prouver de nouveau`,
  received: (n, from) => `${n} ${p(n, "fait prouvé", "faits prouvés")} : ${from}`,
  from: (client, date) => `preuve reçue de ${client}, du ${date}`,
  fromMany: (clients, date) => `preuves reçues de ${clients} clients, la plus ancienne du ${date}`,
} satisfies ProofWords;
