import { pluralFr as p } from "../plural.ts";
import type { Titles } from "../shape.ts";

export const titles = {
  steps: {
    "register-piste": ({ organisation }) => `compte PISTE à créer, organisation « ${organisation} »`,
    "create-sandbox-application": () => "application sandbox à retrouver sur PISTE",
    "create-application": () => "application à créer sur PISTE",
    "generate-credentials": () => "identifiants OAuth à générer et à déposer",
    "consent-cgu": ({ count, api }) => `CGU à accepter pour ${p(count, `l'API « ${api} »`, `${count} API`)}`,
    "select-apis": ({ count, api }) => p(count, `API « ${api} » à souscrire`, `${count} API à souscrire`),
    "create-matelas": () => "matelas de données à créer",
    "activate-structure": ({ count }) => `structure${p(count, "", "s")} à créer ou à réactiver`,
    "open-espace": ({ espace }) => `espace « ${espace} » à ouvrir`,
    "declare-raccordement": ({ application }) => `raccordement à ${application}`,
    "create-compte-technique": ({ others }) =>
      `compte technique à créer${others === "" ? "" : ` ; il couvrira aussi ${others}`}`,
    "reset-password": () => "mot de passe à réinitialiser",
    "attach-structure": ({ login }) => `à rattacher à ${login}`,
    "create-service": ({ count, service }) => `service${p(count, "", "s")} à créer : ${service}`,
    "set-edi": () => "paramètres EDI à aligner",
    "set-edi-by-hand": () => "paramètres EDI à aligner à la main",
    "remove-raccordement": ({ application }) => `raccordement à ${application} à retirer`,
    "retire-compte-technique": () => "compte technique à fermer",
    "detach-structure": ({ login }) => `à détacher de ${login}`,
  },
  missing: {
    "select-apis": ({ count, api }) => p(count, `API « ${api} » non souscrite`, `${count} API non souscrites`),
  },
  due: (date, days, by) =>
    `mot de passe valable jusqu'au ${date} (${days} ${p(days, "jour", "jours")})${by === undefined ? "" : `, à renouveler avant le ${by}`}`,
  why: {
    missing: "",
    unproven: "",
    contradicted: "attesté, mais contredit : à vérifier",
    "attestation-expired": "attestation échue : à revoir",
    due: "",
  },
} satisfies Titles;
