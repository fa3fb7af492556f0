import { pluralFr as p } from "../plural.ts";
import type { WorklistWords } from "../worklist-words.ts";

export const worklist: WorklistWords = {
  title: (name) => `Chorus Pro : ce qu'il reste à faire (${name})`,
  greeting: (name) => (name === undefined ? "Bonjour," : `Bonjour ${name},`),
  to: (address) => `À : ${address}`,
  subject: (title) => `Objet : ${title}`,
  reminder: (since) =>
    `Ceci est un rappel : nous vous en avons parlé le ${since}, et nous ne voyons pas encore que c'est fait. Si c'est fait, un mot de réponse suffit : ne refaites rien.`,
  partlyReminder: (since) => `Une partie de ce qui suit vous a déjà été demandée, depuis le ${since} : si c'est fait, un mot de réponse suffit, ne le refaites pas.`,
  opening: {
    onboarding: (n) => [
      `Pour que notre logiciel puisse échanger en votre nom avec Chorus Pro, le portail de facturation de l'État, ${p(n, "il reste une étape que personne ne peut faire à votre place", `il reste ${n} étapes que personne ne peut faire à votre place`)}. Tout est décrit ci-dessous, dans l'ordre.`,
    ],
    renewal: (n) => [
      `Notre logiciel échange en votre nom avec Chorus Pro grâce à un compte technique, dont le mot de passe ${p(n, "doit être changé", "doit être changé à plusieurs endroits")}. Nous ne pouvons pas le faire à votre place, et sans lui vos factures ne passeront plus.`,
    ],
    move: (n) => [
      `Votre structure change de SIRET. Chorus Pro la recopie sous le nouveau, mais sans le compte technique, sans le raccordement et sans le mandat de facturation. ${p(n, "Voici l'étape à faire maintenant", `Voici les ${n} étapes à faire maintenant, dans l'ordre`)} ; si vous aviez donné un mandat de facturation, il est lui aussi à redonner.`,
      "Ne fermez rien de ce qui sert à l'ancien SIRET avant que nous vous ayons confirmé que le nouveau fonctionne : vos factures s'arrêteraient.",
    ],
    moved: (n) => [
      `Votre nouveau SIRET fonctionne : nous l'avons vérifié. ${p(n, "Il reste une étape", `Il reste ${n} étapes`)} pour fermer ce qui servait à l'ancien.`,
    ],
    leaving: (n) => [
      `Comme convenu, notre logiciel n'échangera plus en votre nom avec Chorus Pro. ${p(n, "Il reste une étape", `Il reste ${n} étapes`)}, que personne ne peut faire à votre place, pour fermer l'accès qu'il avait. Merci de la confiance que vous nous avez accordée.`,
    ],
    blocked: () => ["Nous savons que quelque chose vous empêche de terminer l'accès à Chorus Pro. Voici comment passer autrement ; nous reprendrons ensuite avec vous ce qui attend."],
    team: (n) => [`Voici ce que vous avez à faire pour l'accès à Chorus Pro : ${n} ${p(n, "étape", "étapes")}, dans l'ordre.`],
  },
  alsoBlocked: "Ce que quelque chose vous empêche de faire est à la fin, avec le moyen de passer autrement.",
  copy: "Les noms de menus, de boutons et de champs sont ceux des écrans ; les valeurs sont à recopier telles quelles.",
  session: (where, duration) => `${where} : comptez ${duration}`,
  around: (channel) => `Pour passer autrement : ${channel}`,
  keeps: (steps) => `tant que cela dure, ceci ne peut pas se faire : ${steps.join(" ; ")}`,
  why: {
    "create-compte-technique": "le compte technique est l'accès de notre logiciel à Chorus Pro ; personne ne s'y connecte à la main, et vos identifiants restent les vôtres",
    "reset-password": "le mot de passe d'un compte technique est à changer tous les quatorze mois, ou quand il n'est plus accepté",
    "open-espace": "sans cet espace, Chorus Pro ne donne pas à votre structure les écrans ou les factures qu'il couvre",
    "declare-raccordement": "le raccordement autorise notre logiciel à échanger avec Chorus Pro pour votre structure",
    "register-piste": "PISTE est le portail de l'État par lequel un logiciel s'adresse à Chorus Pro",
    "create-application": "PISTE appelle « application » le logiciel qu'il laisse s'adresser à Chorus Pro",
    "generate-credentials": "ces identifiants sont ceux du logiciel auprès de PISTE ; ce ne sont pas les vôtres",
    "consent-cgu": "PISTE demande d'accepter les conditions de chaque service avant de l'ouvrir",
    "select-apis": "une application n'a accès qu'aux services qui y sont cochés",
    "retire-compte-technique": "ce compte technique était l'accès de notre logiciel à Chorus Pro : il ne doit plus servir",
    "remove-raccordement": "le raccordement autorisait notre logiciel à échanger pour cette structure",
  },
  leads: {
    where: "Adresse",
    who: "Qui",
    needs: "Il vous faut",
    bring: "À préparer",
    why: "Pourquoi",
    first: "D'abord",
    before: "Avant",
    do: "À faire",
    type: "À saisir",
    submit: "Pour finir",
    result: "Vous verrez",
    keep: "À garder",
    after: "Ensuite",
    wrong: "En cas de souci",
  },
  structure: (identifier) => `Structure ${identifier}`,
  lookFirst: "regardez si ce n'est pas déjà fait : si oui, dites-le-nous simplement, il n'y a rien à refaire",
  alreadyReset:
    "Avant tout : avez-vous changé ce mot de passe récemment, vous ou un collègue ? Si oui, ne le changez pas une seconde fois, le bon cesserait de fonctionner : rangez simplement celui que vous avez à l'endroit indiqué plus bas, et dites-nous que c'est fait.",
  notAgain: "si ce mot de passe vient déjà d'être changé, ne le changez pas une seconde fois : rangez celui que vous avez",
  laterTitle: "Plus tard : ne le faites pas encore",
  later: {
    us: "quand nous aurons fait ce qui nous revient ; nous vous préviendrons",
    own: "quand ce qui précède sera en place ; nous vous préviendrons",
    proof: "seulement quand nous aurons vérifié que le nouveau fonctionne, sinon vos factures s'arrêteraient ; nous vous préviendrons",
    others: (steps) => `après ${steps.join(" ; ")}`,
  },
  closing: [
    "Merci de répondre à ce message quand c'est fait, ou si quelque chose vous en empêche : nous verrons ensemble comment faire.",
    "N'envoyez jamais de mot de passe par courriel, même à nous.",
  ],
  columns: ["pour", "nom", "courriel", "téléphone", "numéro", "où", "étape", "comment"],
};
