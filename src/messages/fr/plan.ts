import { pluralFr as p } from "../plural.ts";
import type { PlanWords } from "../shape.ts";

export const plan = {
  where: (filter, found) => `filtre : ${filter}${found === 0 ? ", auquel rien ne répond" : ""}`,
  header: (at) => `plan du ${at}`,
  reused: (answers, oldest) => `${answers} ${p(answers, "réponse reprise", "réponses reprises")}, la plus ancienne ${oldest}`,
  asked: (requests, seconds) => `${requests} ${p(requests, "requête", "requêtes")}, ${seconds} s`,
  allSeen: "tout ce qui pouvait être vu l'a été",
  notSeen: (n) => `${n} ${p(n, "fait n'a pas pu être vu", "faits n'ont pas pu être vus")} cette fois : chorus doctor dit pourquoi`,
  notConfigured: (n) =>
    `${n} ${p(n, "élément reste invisible", "éléments restent invisibles")} faute de secret ou d'API pour ${p(n, "le", "les")} voir`,
  offline: (oldest, state) =>
    state === "none"
      ? "hors ligne et sans l'état : rien n'a été demandé, rien de ce qui est enregistré n'a été lu"
      : state === "copy"
        ? `hors ligne, sur une copie de l'état : rien n'a été demandé${oldest === undefined ? ", rien n'y est enregistré" : ` ; la plus ancienne preuve : ${oldest}`}`
        : oldest === undefined
          ? "hors ligne : rien n'a été demandé, rien n'est encore enregistré"
          : `hors ligne : rien n'a été demandé ; la plus ancienne preuve : ${oldest}`,
  counts: {
    proven: (n) => `${n} ${p(n, "prouvé", "prouvés")}`,
    attested: (n) => `${n} ${p(n, "attesté", "attestés")}`,
    toDo: (n) => `${n} à faire`,
    accepted: (n) => `${n} ${p(n, "différence acceptée", "différences acceptées")}`,
    unknown: (n) => `${n} ${p(n, "indéterminé", "indéterminés")}`,
    due: (n) => `${n} ${p(n, "échéance", "échéances")}`,
  },
  acceptedUntil: (date, by, reason) => `différence acceptée jusqu'au ${date} par ${by} ${reason}`,
  staleNow: (n, oldest) =>
    `${n} ${p(n, "fait prouvé avant, pas revu", "faits prouvés avant, pas revus")} cette fois ; le plus ancien, ${oldest}`,
  portals: {
    piste: { qualification: "portail PISTE", production: "portail PISTE" },
    "chorus-pro": {
      qualification: "portail Chorus Pro de qualification, compte gestionnaire du matelas",
      production: "portail Chorus Pro, gestionnaire principal",
    },
  },
  byChorus: "écrit par chorus apply, après confirmation",
  session: (duration) => `une session, ${duration}`,
  sessionWithSecondFactor: (duration) => `une session, second facteur à portée, ${duration}`,
  waitsFor: (steps) => `attend ${steps}`,
  requests: {
    states: {
      asked: (date) => `demandé le ${date}`,
      refused: (date) => `refusé le ${date}`,
      blocked: (date, reason) => `bloqué depuis le ${date}${reason === undefined ? "" : ` (${reason})`}`,
      done: (date) => `dit fait le ${date}, pas encore vu`,
    },
    reminded: (n) => `relancé ${n} fois`,
    remindNow: "relance à faire",
    putOff: (date) => `reportée au ${date}`,
    remindOn: (date) => `relance le ${date}`,
    escalate: "relances épuisées : s'adresser à quelqu'un d'autre",
    escalateOn: (date) => `dernière relance faite ; sans réponse le ${date}, s'adresser à quelqu'un d'autre`,
    wayAround: (command) => `pour passer autrement : ${command}`,
  },
  leads: { seen: "Vu", causes: "Causes", do: "Faire", before: "Avant", after: "Ensuite", keep: "Garder", request: "Demande", proof: "Preuve", gap: "Écart" },
  evidence: (status, request, tries, id) =>
    `${status === "" ? "sans réponse" : status} sur ${request}${tries > 1 ? `, ${tries} essais` : ""}${id === "" ? "" : ` (${id})`}`,
  othersAnswer: (names, n) => `${names} ${p(n, "répond", "répondent")}`,
  wasTrueUntil: (date) => `était vrai jusqu'au ${date}`,
  notTriedAgain: (time) => `ce mot de passe n'est pas réessayé avant ${time}, sauf avec --refresh`,
  moreUnknown: (n) => `… et ${n} ${p(n, "autre", "autres")}, qui ${p(n, "attend", "attendent")} d'autres étapes`,
  moreSteps: (n, command) => `… et ${n} ${p(n, "autre étape", "autres étapes")} de cette session : ${command}`,
  moreSessions: (n, steps) =>
    `… et ${n} ${p(n, "autre session", "autres sessions")}, ${steps} ${p(steps, "étape", "étapes")} (chorus plan --page 1, --actor … ou --format json)`,
  page: ({ number, pages, first, last, total }) => `page ${number} sur ${pages} ${first === 0 ? `(rien, de ${total})` : `(${first}–${last} de ${total})`}`,
  inAll: "en tout",
  missingSecrets: (names, n) => `rien : ${names} ${p(n, "n'est pas disponible", "ne sont pas disponibles")}`,
  seenNothing: (why) => `rien : ${why}`,
  lookFirst: {
    contradicted: "regarder d'abord si c'est toujours ainsi",
    "attestation-expired": "regarder d'abord si c'est toujours ainsi ; si oui, l'attester de nouveau suffit",
  },
  repeat: (n) => NUMBERS[n] ?? `${n} fois`,
  thenSubmit: "puis",
  more: (n) => `… et ${n} ${p(n, "autre", "autres")} (chorus plan --format json)`,
  proofs: { api: "vérifié par Chorus", inference: "déduit par Chorus de faits vérifiés" },
  attest: (command) => `aucune API ne le dit : ${command}`,
  unknownHead: (n) => `${n} ${p(n, "indéterminé, ce n'est pas une erreur", "indéterminés, aucun n'est une erreur")} :`,
  unknownWaiting: (n, steps, count) =>
    `${n} ${p(n, "attend", "attendent")} ${p(count, "l'étape", "les étapes")} ${steps}`,
  unknownClasses: {
    unprovable: (n) => `${n} qu'aucune API ne dit : à attester`,
    "not-configured": (n) => `${n} sans secret ni API pour ${p(n, "le", "les")} voir : à définir`,
    "not-asked": (n) => `${n} pas ${p(n, "demandé", "demandés")} : lancer chorus refresh`,
    waiting: (n) => `${n} ${p(n, "attend", "attendent")} un autre fait`,
    elsewhere: (n) => `${n} à prouver depuis le serveur du client : chorus prove`,
    transient: (n) => `${n} sans réponse sûre cette fois : relancer chorus plan`,
    "unexpected-answer": (n) => `${n} à la réponse inattendue : la signaler`,
    contradicted: (n) => `${n} ${p(n, "attesté, mais contredit", "attestés, mais contredits")} : à vérifier`,
  },
  ofNames: (claims, names) => `${claims} ${VOWEL.test(names) ? "d'" : "de "}${names}`,
  notices: {
    "reach-beyond": (subject, n) =>
      `${subject} atteint ${n} ${p(n, "structure", "structures")} que personne n'a ${p(n, "déclarée", "déclarées")} : jamais ${p(n, "utilisée", "utilisées")} par Chorus`,
    "qualification-first": (subject) =>
      `${subject} n'est prouvée dans aucun environnement : Chorus Pro demande de passer d'abord par la qualification`,
    "attestation-voided": (subject, _n, date) => `l'attestation du ${date} sur ${subject} ne vaut plus : une API a dit le contraire`,
    "attestation-outdated": (subject, _n, date) => `l'attestation du ${date} sur ${subject} ne vaut plus : ce qu'elle couvre a changé dans la configuration`,
    "difference-over": (subject, _n, date) => `la différence acceptée le ${date} sur ${subject} n'existe plus : l'acceptation peut être retirée`,
    "attestation-unmatched": (subject) => `une attestation porte sur ${subject}, que la configuration ne déclare pas`,
    "guides-stale": (actions, n, date) =>
      `${n} ${p(n, "mode d'emploi n'a pas été relu", "modes d'emploi n'ont pas été relus")} depuis plus d'un an (${date}), les écrans ont pu changer : ${actions}`,
    "renewals-beyond": (until, n, from) =>
      `${n} ${p(n, "mot de passe n'a pas trouvé de semaine", "mots de passe n'ont pas trouvé de semaine")} où être ${p(n, "renouvelé", "renouvelés")} (fin ${from === until ? `le ${from}` : `entre le ${from} et le ${until}`}) : ${p(n, "il est demandé", "ils sont demandés")} dès que ${p(n, "son", "leur")} délai s'ouvre ; élargir renouvellement.etaler ou renouvellement.avant`,
  },
  nothingFound: "Rien ne répond au filtre : cela ne dit rien du reste.",
  nothingToDo: (n) => `Rien à faire : ${n} ${p(n, "élément", "éléments")} en règle.`,
  closing: ({ byHand, byChorus, waiting, resources, inOrder, toDo, unknown, accepted, paused }) => {
    const steps = byHand + byChorus;
    return [
      `Plan : ${steps} ${p(steps, "étape", "étapes")} (${byHand} à la main, ${byChorus} par Chorus)`,
      waiting === 0 ? "" : `, dont ${waiting} en attente`,
      ` ; ${resources} ${p(resources, "élément", "éléments")} : ${inOrder} en règle, ${toDo} à faire, `,
      `${unknown} ${p(unknown, "indéterminé", "indéterminés")}`,
      accepted === 0 ? "" : `, ${accepted} ${p(accepted, "différence acceptée", "différences acceptées")}`,
      paused === 0 ? "." : `, ${paused} en pause.`,
    ].join("");
  },
  next: "Suite :",
  otherActors: (n, whose) => `${n} ${p(n, "étape", "étapes")} d'autres acteurs : ${whose}`,
  noStepOf: (actor) => `Aucune étape pour « ${actor} ».`,
} satisfies PlanWords;

const NUMBERS: Readonly<Record<number, string>> = {
  2: "deux fois",
  3: "trois fois",
  4: "quatre fois",
  5: "cinq fois",
  6: "six fois",
};

/** Before a vowel « de » loses its own. */
const VOWEL = /^[aeiouyàâéèêëîïôöùû]/i;
