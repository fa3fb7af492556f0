import { GESTIONNAIRE, MATELAS_EXPIRED, STRUCTURE_NOT_LISTED } from "./at-hand.ts";
import { REVIEWED_AT, type Guide } from "./guide.ts";

/** Attachment of a compte technique: it follows its gestionnaire principal, so that is where it is mended. */

const OPEN = {
  act: { fr: "structure {identifiant}", en: "structure {identifiant}" },
  say: { fr: "Ouvrez la structure {identifiant}.", en: "Open the structure {identifiant}." },
} as const;

export const attachStructure: Guide = {
  action: "attach-structure",
  kind: "rattachement",
  actor: "gestionnaire",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      OPEN,
      {
        act: {
          fr: "vérifier que son gestionnaire principal est celui de {login} ; sinon, créer un compte technique sur cette structure",
          en: "check that its gestionnaire principal is that of {login}; if not, create a technical account on this structure",
        },
        say: {
          fr: "Lisez-moi qui est son gestionnaire principal. Ce doit être celui du compte {login}.",
          en: "Read me who its gestionnaire principal is. It must be that of the account {login}.",
        },
      },
    ],
  ],
  fields: [],
  after: [
    {
      fr: "un compte technique a les droits de son gestionnaire principal, sur toutes les structures de celui-ci",
      en: "a technical account has its gestionnaire principal's rights, on all of that person's structures",
    },
  ],
  proof: {
    api: {
      fr: "la structure paraît dans les rattachements du compte (vérifié par Chorus)",
      en: "the structure appears among the account's attachments (verified by Chorus)",
    },
  },
  minutes: { once: 2, each: 3 },
  prerequisites: [
    ...GESTIONNAIRE,
    { fr: "le compte technique {login}, créé", en: "the technical account {login}, created" },
  ],
  result: {
    fr: "le gestionnaire principal de {identifiant} est celui du compte technique",
    en: "the gestionnaire principal of {identifiant} is the technical account's",
  },
  goesWrong: [
    STRUCTURE_NOT_LISTED,
    MATELAS_EXPIRED,
    {
      sees: { fr: "le gestionnaire principal est quelqu'un d'autre", en: "the gestionnaire principal is somebody else" },
      remedy: {
        fr: "lui demander de reprendre la gestion, ou lui faire créer un compte technique sur cette structure et le déclarer",
        en: "ask that person to hand the structure over, or to create a technical account on it, and declare that one",
      },
      outside: {
        fr: "lui demander de reprendre la gestion, ou de créer un compte technique sur cette structure ; dites-nous ce qu'il en est",
        en: "ask that person to hand the structure over, or to create a technical account on it; tell us how it goes",
      },
    },
  ],
  doubts: [
    {
      fr: "le délai entre le changement de gestionnaire et le rattachement du compte n'est pas documenté",
      en: "the time from the change of gestionnaire to the account's attachment is not documented",
    },
  ],
  certainty: "secondary",
  source: "Chorus Pro, droits d'un compte technique ; évolution des rôles",
  reviewedAt: REVIEWED_AT,
};

export const detachStructure: Guide = {
  action: "detach-structure",
  kind: "rattachement",
  actor: "gestionnaire",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      OPEN,
      {
        act: {
          fr: "en confier la gestion à un autre gestionnaire principal : {login} ne la verra plus",
          en: "hand it to another gestionnaire principal: {login} will no longer see it",
        },
        say: {
          fr: "Confiez sa gestion à un autre gestionnaire principal.",
          en: "Hand it to another gestionnaire principal.",
        },
      },
    ],
  ],
  fields: [],
  proof: {
    api: {
      fr: "la structure ne paraît plus dans les rattachements du compte (vérifié par Chorus)",
      en: "the structure no longer appears among the account's attachments (verified by Chorus)",
    },
  },
  minutes: { once: 2, each: 3 },
  prerequisites: [
    ...GESTIONNAIRE,
    {
      fr: "le successeur a déjà un compte Chorus Pro actif, rattaché à la structure",
      en: "the successor already has an active Chorus Pro account, attached to the structure",
    },
  ],
  result: {
    fr: "{identifiant} n'est plus parmi les structures du gestionnaire",
    en: "{identifiant} is no longer among the gestionnaire's structures",
  },
  goesWrong: [
    STRUCTURE_NOT_LISTED,
    {
      sees: { fr: "le successeur n'est pas proposé", en: "the successor is not offered" },
      remedy: {
        fr: "son compte n'est pas actif, ou n'est pas rattaché à la structure : il fait d'abord la demande de rattachement",
        en: "the account is not active, or not attached to the structure: the successor first asks to be attached",
      },
    },
  ],
  doubts: [
    {
      fr: "le libellé du changement de gestionnaire principal n'a pas été relevé",
      en: "the label of the change of gestionnaire principal was not taken down",
    },
  ],
  certainty: "inferred",
  source: "Chorus Pro, droits d'un compte technique ; évolution des rôles",
  reviewedAt: REVIEWED_AT,
};
