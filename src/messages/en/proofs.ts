import { pluralEn as p } from "../plural.ts";
import type { ProofWords } from "../shape.ts";

export const proofs = {
  made: (client, environment, file) => `Proof of ${client} (${environment}) written to ${file}`,
  signedBy: (key) => `signed by the key ${key}`,
  unsigned: "not signed",
  answers: (yes, no, unknown) => `${yes} ${p(yes, "fact", "facts")} proven, ${no} denied, ${unknown} unknown`,
  missing: (names) => `secrets that this machine lacks: ${names}`,
  send: (file) => `It holds no secret. To be sent to the software vendor, who collects it by: chorus collect ${file}`,
  collected: (client, environment, date) => `proof of ${client} (${environment}), of ${date}`,
  brings: (n) => `${n} ${p(n, "answer", "answers")}`,
  unasked: (n) => `${n} more ${p(n, "question", "questions")} here: to be proven again`,
  received: (n, from) => `${n} proven ${p(n, "fact", "facts")}: ${from}`,
  from: (client, date) => `proof received from ${client}, of ${date}`,
  fromMany: (clients, date) => `proofs received from ${clients} clients, the oldest of ${date}`,
} satisfies ProofWords;
