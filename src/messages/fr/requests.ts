import type { RequestWords } from "../shape.ts";
import { pluralFr as p } from "../plural.ts";

export const requests: RequestWords = {
  columns: ["au moins", "au plus", "requête", "répond à"],
  asks: {
    token: "identifiants de l'application",
    subscribed: "API souscrites",
    "account-login": "connexion du compte",
    reach: "structures atteintes",
    attached: "rattachements",
    "structure-active": "structures actives",
    "espace-enabled": "espaces ouverts",
    "password-expiry": "fin du mot de passe",
    "service-active": "services",
    edi: "paramètres EDI",
    "raccordement-refused": "raccordements",
  },
  total: (least, most, reused) =>
    (most === 0
      ? "Rien n'est à demander : aucune requête."
      : `Au moins ${least} ${p(least, "requête", "requêtes")}, au plus ${most} ; en plus : ce qu'un compte a au-delà du déclaré, et les reprises après une panne.`) +
    (reused === 0 ? "" : ` ${reused} ${p(reused, "réponse récente est reprise", "réponses récentes sont reprises")} sans être redemandée${reused > 1 ? "s" : ""}.`),
};
