import type { CauseRow } from "./cause-row.ts";

/** Why a compte technique is refused: Chorus Pro says the same of a login, a password and an age. */
export const ACCOUNT_CAUSES: readonly CauseRow[] = [
  {
    cause: "line-break",
    of: ["login-refused"],
    told: ["line-break", "edge-space"],
    onlyTold: true,
    source: "AIFE's connection guide: base64 on one line; integrators found line breaks in it",
  },
  {
    cause: "pasted-twice",
    of: ["login-refused"],
    told: ["password-is-client-secret"],
    onlyTold: true,
    source: "PISTE and Chorus Pro draw each value by itself: two are never equal",
  },
  {
    cause: "whole-header",
    of: ["login-refused"],
    told: ["password-is-header"],
    onlyTold: true,
    source: "AIFE's connection guide: cpro-account is the base64 of login:password, which Chorus makes itself",
  },
  {
    cause: "too-young",
    of: ["login-refused"],
    told: ["created-lately"],
    unless: ["worked-before"],
    source: "AIFE's pages on the compte technique: active about 30 minutes after its creation",
  },
  {
    cause: "other-structure",
    of: ["login-refused"],
    told: ["login-of-other-structure"],
    onlyTold: true,
    source: "AIFE's pages on the compte technique: the login holds the identifier of its structure",
  },
  {
    cause: "old-login",
    of: ["login-refused"],
    told: ["login-of-old-domain"],
    onlyTold: true,
    source: "integrators' documentation: accounts of before have TECH_0<SIRET>@cpp2017.fr in production",
  },
  {
    cause: "wrong-index",
    of: ["login-refused"],
    told: ["index-not-first"],
    unless: ["worked-before"],
    source: "AIFE's pages on the compte technique: TECH_<n>_<identifiant>@cpro.fr, n from 1, given by the portal",
  },
  {
    cause: "other-environment",
    of: ["login-refused"],
    told: ["same-password-in-other-environment"],
    unless: ["worked-before"],
    source: "AIFE's pages on the compte technique: each environment has its own",
  },
  {
    cause: "expired",
    of: ["expired", "login-refused"],
    told: ["expiry-passed"],
    unless: ["expiry-ahead"],
    source: "AIFE's pages on the compte technique: a password lives 424 days",
  },
  {
    cause: "changed",
    of: ["login-refused"],
    told: ["worked-before"],
    source: "OCA issue 349: reset by a colleague; a reset ends the old password at once",
  },
  {
    cause: "attached-elsewhere",
    of: ["not-attached"],
    told: ["reaches-others"],
    unless: ["reaches-its-home"],
    source: "AIFE's pages on the compte technique: it is made on one structure, with its gestionnaire's rights",
  },
  {
    cause: "attachment-missing",
    of: ["not-attached"],
    told: ["reaches-its-home", "reaches-nothing"],
    source: "AIFE's pages on the compte technique: it reaches what its gestionnaire reaches",
  },
  {
    cause: "attachment-pending",
    of: ["attachment-not-valid"],
    told: [],
    source: "Structures API 1.0.0: EN_COURS_DE_VALIDATION, REFUSEE, DESACTIVEE, SUPPRIMEE",
  },
];
