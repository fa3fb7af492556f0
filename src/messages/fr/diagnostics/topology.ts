import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Topologie et applications. */
export const TOPOLOGY = {
  "CHR-TOPOLOGY-MISSING": {
    title: "Topologie manquante",
    detail: () => "La configuration ne dit pas comment le logiciel atteint Chorus Pro.",
    hint: () => "Ajoutez « topology: direct » (pour vous-même), « editeur » (une application par client) ou « concentrateur » (une pour tous).",
  },
  "CHR-CLIENTS-TOPOLOGY": {
    title: "Clients sans éditeur ni concentrateur",
    detail: () => "Avec « topology: direct », une organisation se raccorde elle-même : elle n'a pas de liste de clients.",
    hint: () => "Choisissez « topology: editeur » ou « concentrateur », ou déclarez vos établissements sous structures:.",
  },
  "CHR-APPLICATION-MISSING": {
    title: "Aucune application",
    detail: ({ environment }) => `Des structures sont voulues en ${environment}, mais aucune application PISTE ne les servirait.`,
    hint: ({ environment }) =>
      environment === "production"
        ? "Ajoutez « application: NOM-DE-VOTRE-APPLICATION », son nom exact sur PISTE."
        : "Ajoutez « piste: adresse@du-compte.fr » : l'application APP_SANDBOX_… en découle.",
  },
  "CHR-APPLICATION-TWICE": {
    title: "Deux applications du même nom",
    detail: ({ nom, name, other, environment }) => `En ${environment}, « ${other} » et « ${name} » s'appellent toutes deux ${nom} sur PISTE.`,
    hint: () => "Un nom d'application est unique sur PISTE : changez l'un des deux, ou ajoutez {code} au modèle.",
  },
  "CHR-SANDBOX-IN-PRODUCTION": {
    title: "Application sandbox en production",
    detail: ({ nom }) => `${nom} est une application sandbox : Chorus Pro refuse d'y raccorder une structure de production.`,
    hint: () => "Créez une application de production sur PISTE et donnez ici son nom.",
  },
  "CHR-SANDBOX-LIKE-NAME": {
    title: "Application de production nommée comme une sandbox",
    detail: ({ nom }) => `${nom} ressemble au nom d'une application sandbox.`,
    hint: () => "Choisissez un nom qui ne prête pas à confusion au moment de déclarer le raccordement.",
  },
  "CHR-SOLUTION-MISSING": {
    title: "Solution manquante",
    detail: () => "Le type d'utilisation « solution d'un éditeur ou opérateur » demande le nom de l'éditeur et de la solution.",
    hint: () => "Ajoutez « solution: { editeur: …, nom: … } ».",
  },
  "CHR-VERIFICATION-API": {
    title: "API de vérification non demandée",
    detail: ({ apis }) => apis.map((api) => `Sans « ${api} », resteront indéterminés : ${LOST[api]}.`).join(" "),
    hint: ({ apis }) => `Ajoutez à apis: ${apis.join(", ")}. Elles ne servent qu'à vérifier.`,
  },
  "CHR-QUALIFICATION-FIRST": {
    title: "Production sans qualification",
    detail: ({ nom }) => `Rien n'est déclaré en qualification pour ${nom}.`,
    hint: () => "L'AIFE demande un raccordement en qualification d'abord : ajoutez un bloc qualification: avec un SIRET du matelas.",
  },
  "CHR-STRUCTURE-UNCOVERED": {
    title: "Structure sans compte technique",
    detail: ({ name, environment }) => `En ${environment}, aucun compte technique ne couvre « ${name} ».`,
    hint: () => "Ajoutez-la à couvre: d'un compte technique, ou déclarez-en un pour elle.",
  },
} satisfies Partial<DiagnosticWords>;

const LOST = {
  structures: "l'existence des structures, leurs services et l'expiration des mots de passe",
  transverses: "la connexion des comptes techniques et l'ouverture des espaces",
  utilisateurs: "le rattachement des structures aux comptes techniques",
} as const;
