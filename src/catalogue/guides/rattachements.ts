import { REVIEWED_AT, type Guide } from "./guide.ts";

/** Attachment of a compte technique: it follows its gestionnaire principal, so that is where it is mended. */

export const attachStructure: Guide = {
  action: "attach-structure",
  kind: "rattachement",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      { act: { fr: "structure {identifiant}", en: "structure {identifiant}" } },
      {
        act: {
          fr: "vérifier que son gestionnaire principal est celui de {login} ; sinon, créer un compte technique sur cette structure",
          en: "check that its gestionnaire principal is that of {login}; if not, create a technical account on this structure",
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
  source: "Chorus Pro, droits d'un compte technique ; évolution des rôles",
  reviewedAt: REVIEWED_AT,
};

export const detachStructure: Guide = {
  action: "detach-structure",
  kind: "rattachement",
  portal: "chorus-pro",
  subject: { argument: "structure", identifier: "identifiant" },
  times: "each",
  paths: [
    [
      { label: "Activités du gestionnaire", en: "manager's activities" },
      { act: { fr: "structure {identifiant}", en: "structure {identifiant}" } },
      {
        act: {
          fr: "en confier la gestion à un autre gestionnaire principal : {login} ne la verra plus",
          en: "hand it to another gestionnaire principal: {login} will no longer see it",
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
  source: "Chorus Pro, droits d'un compte technique ; évolution des rôles",
  reviewedAt: REVIEWED_AT,
};
