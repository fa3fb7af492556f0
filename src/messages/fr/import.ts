import type { ImportWords } from "../import-messages.ts";
import { pluralFr } from "../plural.ts";

export const importFr: ImportWords = {
  rows: (count) => `${count} ${pluralFr(count, "ligne utilisable", "lignes utilisables")}`,
  columns: "lues",
  left: "non lues",
  line: "ligne",
  was: (text) => `au lieu de ${text}`,
  repeated: (line, first) => `la ligne ${line} répète la ligne ${first} : écartée`,
  toMend: (count) => `Rien n'est écrit : ${count} ${pluralFr(count, "point est à corriger", "points sont à corriger")} d'abord dans le fichier.`,
  zerosLost: "--zeros remet les zéros qu'un tableur a retirés au début d'un SIRET.",
  nothingWritten: "Rien n'est écrit : --out clients.csv en fait une liste de clients, --out structures.yaml des structures à inclure.",
  reached: (news, declared, requests) =>
    `${news} ${pluralFr(news, "structure atteinte et non déclarée", "structures atteintes et non déclarées")}, ${declared} ${pluralFr(declared, "atteinte et déclarée", "atteintes et déclarées")} (${requests} ${pluralFr(requests, "requête", "requêtes")})`,
  alsoSubscribed: (application, apis) => `${application} est souscrite à plus que ce qui est déclaré ; pour le garder, ajoutez à apis : ${apis.join(", ")}`,
  unread: (account, why) => `Ce que le compte ${account} atteint n'a pas pu être lu : ${why}`,
  liveNotWritten: "Rien n'est écrit : --write l'écrit, et enregistre ce qui est observé.",
  liveWritten: (file, structures) => `${file} : ${structures} ${pluralFr(structures, "structure écrite", "structures écrites")}.`,
  written: (file, rows) => `${file} : ${rows} ${pluralFr(rows, "ligne écrite", "lignes écrites")}. Suite : chorus validate`,
};
