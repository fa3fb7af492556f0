import type { BlockedWay } from "./blocked-way.ts";
import { REVIEWED_AT } from "./guide.ts";
import { DELAY_UNKNOWN } from "./support.ts";

/** The structure itself is in the way: its SIRET has changed, or it is not there. */

export const siretChanged: BlockedWay = {
  reason: "siret-changed",
  title: { fr: "le SIRET a changé", en: "the SIRET has changed" },
  who: { fr: "le gestionnaire principal", en: "the gestionnaire principal" },
  channel: { name: { fr: "le portail Chorus Pro", en: "the Chorus Pro portal" }, url: "https://portail.chorus-pro.gouv.fr" },
  path: [
    { label: "Activités du gestionnaire", en: "manager's activities" },
    { label: "Mes structures", en: "my structures" },
    {
      act: { fr: "crayon de la ligne {identifiant}", en: "pencil of the line {identifiant}" },
      say: {
        fr: "Sur la ligne {identifiant}, cliquez sur le crayon.",
        en: "On the line {identifiant}, click on the pencil.",
      },
    },
    { label: "Modifier l'identifiant", en: "change the identifier" },
    { label: "Confirmer", en: "confirm" },
    {
      act: { fr: "« Identifiant » : le nouveau SIRET", en: "“Identifiant”: the new SIRET" },
      say: {
        fr: "Dans « Identifiant », tapez le nouveau SIRET, puis relisez-le-moi chiffre par chiffre.",
        en: "In “Identifiant”, type the new SIRET, then read it back to me digit by digit.",
      },
    },
    { label: "Continuer", en: "continue" },
  ],
  prerequisites: [
    {
      fr: "que les factures en cours soient parties : l'ancienne structure est désactivée par la copie",
      en: "that invoices under way have left: the copy deactivates the old structure",
    },
    {
      fr: "collectivité locale : pas par cet écran, le SIRET vient de l'application comptable HELIOS",
      en: "local authority: not through this screen, the SIRET comes from the accounting application HELIOS",
    },
  ],
  bring: [
    { fr: "l'ancien SIRET : {identifiant}", en: "the old SIRET: {identifiant}" },
    { fr: "le nouveau SIRET, actif à l'INSEE", en: "the new SIRET, active at INSEE" },
  ],
  result: {
    fr: "une nouvelle structure, copie de l'ancienne, qui est désactivée",
    en: "a new structure, a copy of the old one, which is deactivated",
  },
  after: [
    {
      fr: "la copie laisse de côté quatre choses, à refaire : le compte technique, le raccordement, le mandat de facturation, le numéro PACAGE",
      en: "the copy leaves out four things, to be made anew: the technical account, the raccordement, the invoicing mandate, the PACAGE number",
    },
    {
      fr: "dans la configuration : le nouveau nom avec « remplace: {structure} », l'ancien en « etat: sortant » ; chorus plan en fait une seule suite d'étapes",
      en: "in the configuration: the new name with “remplace: {structure}”, the old one with “etat: sortant”; chorus plan makes one sequence of steps of it",
      outside: {
        fr: "donnez-nous le nouveau SIRET : nous vous dirons ce qui est à refaire, dans l'ordre",
        en: "tell us the new SIRET: we will say what is to be made anew, in order",
      },
    },
  ],
  goesWrong: [
    {
      sees: { fr: "« Modifier l'identifiant » n'est pas là", en: "“Modifier l'identifiant” is not there" },
      remedy: {
        fr: "ce n'est pas le compte du gestionnaire principal (gp-unknown), ou l'entité est publique et locale",
        en: "this is not the gestionnaire principal's account (gp-unknown), or the entity is public and local",
      },
      outside: {
        fr: "ce n'est pas le compte du gestionnaire principal, ou l'entité est publique et locale",
        en: "this is not the gestionnaire principal's account, or the entity is public and local",
      },
    },
    {
      sees: { fr: "les appels échouent après le changement", en: "calls fail after the change" },
      remedy: {
        fr: "c'est attendu : compte technique et raccordement sont à refaire sur la nouvelle structure",
        en: "that is to be expected: technical account and raccordement must be made anew on the new structure",
      },
    },
  ],
  doubts: [
    {
      fr: "ces écrans sont ceux de l'ancien portail ; le nouveau n'a pas été revu",
      en: "these screens are those of the old portal; the new one was not looked at",
    },
  ],
  certainty: "official",
  source: "Chorus Pro, Comment changer votre SIRET ; le mandat, le compte technique, le raccordement et PACAGE ne sont pas copiés",
  reviewedAt: REVIEWED_AT,
  kinds: ["structure", "espace", "raccordement", "compte-technique", "rattachement"],
};

export const structureMissing: BlockedWay = {
  reason: "structure-missing",
  title: { fr: "la structure n'existe pas dans Chorus Pro", en: "the structure does not exist in Chorus Pro" },
  who: {
    fr: "privée : celui qui en sera le gestionnaire principal ; publique : une sollicitation au support",
    en: "private: whoever will be its gestionnaire principal; public: a request to the support",
  },
  channel: { name: { fr: "le portail Chorus Pro", en: "the Chorus Pro portal" }, url: "https://portail.chorus-pro.gouv.fr" },
  path: [
    {
      act: {
        fr: "chercher d'abord {identifiant} par une demande de rattachement : ne pas y être rattaché la cache sans qu'elle manque",
        en: "look for {identifiant} first with a request for attachment: not being attached hides it, though it is there",
      },
      say: {
        fr: "Cherchez d'abord {identifiant} par une demande de rattachement. Si elle est là, arrêtez-vous et dites-le-moi.",
        en: "Look for {identifiant} first with a request for attachment. If it is there, stop and tell me.",
      },
    },
    {
      act: {
        fr: "privée : à la première connexion, ou depuis « Activités du gestionnaire », créer une nouvelle structure de ce SIRET",
        en: "private: at the first login, or from “Activités du gestionnaire”, create a new structure with this SIRET",
      },
      say: {
        fr: "Si vous êtes une entreprise, créez une nouvelle structure de ce SIRET, à la première connexion ou depuis « Activités du gestionnaire ».",
        en: "If you are a company, create a new structure with this SIRET, at the first login or from “Activités du gestionnaire” (manager's activities).",
      },
    },
    {
      act: {
        fr: "publique : sollicitation, catégorie « Gestion des structures et utilisateurs », sous-catégorie « Demande de création de structure publique »",
        en: "public: request (sollicitation), category “Gestion des structures et utilisateurs”, sub-category “Demande de création de structure publique”",
      },
      say: {
        fr: "Si vous êtes une entité publique, ouvrez une sollicitation, catégorie « Gestion des structures et utilisateurs », sous-catégorie « Demande de création de structure publique ».",
        en: "If you are a public entity, open a request (sollicitation), category “Gestion des structures et utilisateurs”, sub-category “Demande de création de structure publique”.",
      },
    },
  ],
  prerequisites: [
    {
      fr: "un compte Chorus Pro actif : qui crée la structure en devient le gestionnaire principal, avec tous ses droits",
      en: "an active Chorus Pro account: whoever creates the structure becomes its gestionnaire principal, with all the rights",
    },
    {
      fr: "publique : un SIRET déjà dans HELIOS est repris de lui-même, il n'y a rien à demander",
      en: "public: a SIRET that is already in HELIOS is taken over by itself, nothing is to be asked",
    },
  ],
  bring: [
    { fr: "{identifiant}, raison sociale, adresse, code postal, ville, pays", en: "{identifiant}, name, address, postcode, town, country" },
    { fr: "publique : le statut juridique de l'entité ; une demande incomplète n'est pas traitée", en: "public: the entity's legal status; a request that is not complete is not treated" },
    { fr: "les espaces et les services à ouvrir", en: "the spaces and services to open" },
  ],
  result: { fr: "la structure {identifiant} est listée, active", en: "the structure {identifiant} is listed, active" },
  after: [
    {
      fr: "créer la structure ne crée aucun compte : une entité publique passe par le PIGP (no-pigp)",
      en: "creating the structure creates no account: a public entity goes through the PIGP (no-pigp)",
      outside: {
        fr: "créer la structure ne crée aucun compte : une entité publique passe par le PIGP, que son comptable public lui ouvre",
        en: "creating the structure creates no account: a public entity goes through the PIGP, which its public accountant opens",
      },
    },
  ],
  goesWrong: [
    {
      sees: { fr: "elle existe, gérée par un inconnu", en: "it exists, managed by somebody unknown" },
      remedy: { fr: "ne pas en créer une autre : gp-unknown", en: "do not create another: gp-unknown" },
      outside: { fr: "n'en créez pas une autre : dites-le-nous", en: "do not create another: tell us" },
    },
    {
      sees: { fr: "le SIRET n'est pas reconnu", en: "the SIRET is not recognised" },
      remedy: {
        fr: "vérifier à l'INSEE qu'il est actif ; une entreprise en cours d'immatriculation a un autre type d'identifiant",
        en: "check at INSEE that it is active; a company being registered has another type of identifier",
      },
    },
  ],
  doubts: [
    {
      fr: "si un Kbis ou un autre justificatif est exigé n'est pas connu : aucune page lue ne le dit",
      en: "whether a Kbis or another document is required is not known: no page that was read says so",
    },
    DELAY_UNKNOWN,
  ],
  certainty: "official",
  source: "Chorus Pro, création de structures publiques ; créer une fiche structure ; KB0011472",
  reviewedAt: REVIEWED_AT,
  kinds: ["structure", "espace", "raccordement", "compte-technique", "rattachement"],
};
