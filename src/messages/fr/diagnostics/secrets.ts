import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Secrets et confiance. */
export const SECRETS = {
  "CHR-SECRET-LITERAL": {
    title: "Secret écrit en clair",
    detail: ({ key }) => `« ${key} » contient une valeur, au lieu de dire où la trouver. Elle n'est pas montrée.`,
    hint: () => "Remplacez-la par { env: NOM_DE_VARIABLE }, { file: … } ou { command: […] }, et changez ce secret : il a pu être lu.",
  },
  "CHR-SECRET-SOURCE": {
    title: "Provenance d'un secret ambiguë",
    detail: ({ key, count }) =>
      count === 0 ? `« ${key} » ne dit pas où se trouve le secret.` : `« ${key} » donne ${count} provenances pour un seul secret.`,
    hint: () => "Gardez exactement une des clés env, file ou command.",
  },
  "CHR-SECRET-SHARED": {
    title: "Un même secret pour deux éléments",
    detail: ({ secret, name, other }) => `${secret} servirait à la fois à « ${other} » et à « ${name} ».`,
    hint: () => "Donnez à chacun le sien avec secrets:, ou une clé qui les distingue, par exemple key: \"{siret}\".",
  },
  "CHR-TRUST-HOST": {
    title: "Hôte non approuvé",
    detail: ({ host, environment }) => `${host} n'est pas un hôte de PISTE : il ne recevra aucun secret de ${environment}.`,
    hint: ({ host }) => `Si vous faites confiance à cet hôte, relancez avec --trust host:${host}.`,
  },
  "CHR-TRUST-TLS": {
    title: "Certificats non vérifiés",
    detail: ({ environment }) => `tls: relaxed, pour ${environment}, laisserait n'importe qui se faire passer pour PISTE.`,
    hint: () => "Retirez la ligne, ou relancez avec --trust tls sur un réseau de confiance.",
  },
  "CHR-TRUST-COMMAND": {
    title: "Commande non approuvée",
    detail: ({ command }) => `La configuration demande de lancer « ${command} » pour obtenir un secret.`,
    hint: () => "Une configuration ne peut pas s'accorder ce droit : relancez avec --trust commands si vous l'avez relue.",
  },
  "CHR-TRUST-FILE": {
    title: "Fichier de secrets hors du dossier",
    detail: ({ file }) => `${file} est hors du dossier de la configuration.`,
    hint: () => "Déplacez-le sous ce dossier, ou relancez avec --trust files:DOSSIER.",
  },
  "CHR-HOST-DECOMMISSIONED": {
    title: "Adresse hors service sur Internet",
    detail: ({ host }) => `${host} ne répond plus que sur le réseau de l'État (RIE), depuis le 30/09/2023.`,
    hint: ({ replacement }) => `Utilisez ${replacement}, ou indiquez « network: rie » si vous êtes sur le RIE.`,
  },
} satisfies Partial<DiagnosticWords>;
