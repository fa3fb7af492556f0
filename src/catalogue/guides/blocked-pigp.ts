import type { BlockedWay } from "./blocked-way.ts";
import { REVIEWED_AT } from "./guide.ts";
import { STRUCTURE } from "./support.ts";

/** The other portal by which public entities come in, and the people who open it. */

export const noPigp: BlockedWay = {
  reason: "no-pigp",
  secret: { fr: "vos identifiants du PIGP", en: "your credentials of the PIGP" },
  title: { fr: "entité publique sans accès par le PIGP", en: "public entity without access through the PIGP" },
  who: {
    fr: "le correspondant dématérialisation de la DGFiP, par le comptable public",
    en: "the DGFiP's correspondent for paperless work, through the public accountant",
  },
  channel: {
    name: {
      fr: "votre comptable public, qui transmet à la DDFiP ou à la DRFiP",
      en: "your public accountant, who passes it on to the departmental or regional finance office",
    },
  },
  path: [
    {
      act: { fr: "demander à son comptable public un compte sur le PIGP, ouvert à Chorus Pro", en: "ask your public accountant for an account on the PIGP, with Chorus Pro" },
      say: {
        fr: "Demandez à votre comptable public un compte sur le PIGP, ouvert à Chorus Pro.",
        en: "Ask your public accountant for an account on the PIGP, with Chorus Pro.",
      },
    },
    {
      act: {
        fr: "attendre les identifiants, envoyés par noreply@dgfip.finances.gouv.fr",
        en: "wait for the credentials, sent by noreply@dgfip.finances.gouv.fr",
      },
      say: {
        fr: "Vos identifiants viendront de noreply@dgfip.finances.gouv.fr. Ne me les dites pas. Les avez-vous ?",
        en: "Your credentials will come from noreply@dgfip.finances.gouv.fr. Do not tell me what they are. Do you have them?",
      },
    },
    {
      act: { fr: "se connecter au PIGP, puis bouton « Chorus Pro »", en: "log in to the PIGP, then the button “Chorus Pro”" },
      say: {
        fr: "Connectez-vous au PIGP, puis cliquez sur le bouton « Chorus Pro ».",
        en: "Log in to the PIGP, then click on the button “Chorus Pro”.",
      },
    },
    {
      act: { fr: "sur le portail : « Se connecter », sans nouvelle authentification", en: "on the portal: “Se connecter” (log in), without another authentication" },
      say: {
        fr: "Sur le portail, cliquez sur « Se connecter ». Il ne redemande rien.",
        en: "On the portal, click on “Se connecter” (log in). It asks for nothing again.",
      },
    },
    {
      act: { fr: "compléter son compte la première fois", en: "complete the account the first time" },
      say: {
        fr: "La première fois, complétez votre compte.",
        en: "The first time, complete your account.",
      },
    },
  ],
  prerequisites: [
    {
      fr: "être agent d'une entité publique hors État (collectivité, établissement public local, hôpital…)",
      en: "work for a public entity other than the State (local authority, local public body, hospital…)",
    },
  ],
  bring: [
    { fr: "nom, prénom, adresse professionnelle de l'agent", en: "name, first name and professional address of the agent" },
    STRUCTURE,
  ],
  result: { fr: "le bouton « Chorus Pro » est sur l'accueil du PIGP", en: "the button “Chorus Pro” is on the PIGP's home page" },
  after: [
    {
      fr: "le rattachement à la structure se demande ensuite dans Chorus Pro, comme ailleurs",
      en: "attachment to the structure is then asked for in Chorus Pro, as elsewhere",
    },
  ],
  goesWrong: [
    {
      sees: { fr: "le PIGP s'ouvre, sans bouton « Chorus Pro »", en: "the PIGP opens, without the button “Chorus Pro”" },
      remedy: { fr: "l'habilitation manque : le redire au correspondant", en: "the right is missing: tell the correspondent" },
    },
    {
      sees: { fr: "mot de passe du PIGP perdu", en: "password of the PIGP lost" },
      remedy: {
        fr: "s'adresser à qui a donné l'accès : le support de Chorus Pro ne peut rien",
        en: "turn to whoever gave the access: Chorus Pro's support can do nothing",
      },
    },
  ],
  doubts: [
    {
      fr: "si le second facteur de Chorus Pro est demandé en plus de celui du PIGP n'est pas confirmé",
      en: "whether Chorus Pro's second factor is asked for besides the PIGP's is unconfirmed",
    },
  ],
  certainty: "official",
  source: "Chorus Pro, se connecter par le PIGP ; KB0011472",
  reviewedAt: REVIEWED_AT,
};
