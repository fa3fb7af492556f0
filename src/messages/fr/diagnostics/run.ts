import type { AttestationProblem, RequestProblem, UsageProblem, WhereExpected } from "../../../diagnostics/codes.ts";
import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { choice, meant } from "./words.ts";

/** Attestations, ligne de commande. */
export const RUN = {
  "CHR-ATTESTATION-FORM": {
    title: "Attestation mal formée",
    detail: ({ problem, value }) =>
      value === undefined ? `${ATTESTATION[problem]}.` : `« ${problem}: ${value} » n'est ni un jour du calendrier écrit AAAA-MM-JJ, ni un moment avec son fuseau (2026-12-31T18:00+01:00).`,
    hint: ({ problem, fix }) => {
      if (fix !== undefined) return `Écrivez ${fix}, si c'est bien ce jour-là.`;
      return problem === "conflict"
        ? "Gardez les attestations des deux côtés, et supprimez les lignes <<<<<<<, ======= et >>>>>>>."
        : "Corrigez-la dans chorus.attestations.yaml, ou refaites-la avec « chorus attest ».";
    },
  },
  "CHR-VANISHED": {
    title: "Disparu sans être sorti",
    detail: ({ name, kind, environment }) => `« ${name} » (${kind}, ${environment}) est dans l'état, mais plus dans la configuration.`,
    hint: () => "C'est presque toujours un export incomplet. Un départ se déclare : « etat: sortant » avec une date ; un changement de nom : moved:.",
  },
  "CHR-WHERE": {
    title: "Filtre illisible",
    detail: ({ filter, column, found, expected, suggestion }) =>
      expected === "shorter"
        ? `Le filtre dépasse ${column - 1} caractères.`
        : `« ${filter} », colonne ${column} : ${found === "" ? "il manque" : `au lieu de « ${found} » il faut`} ${WHERE[expected]}.${meant(suggestion === undefined ? {} : { suggestion })}`,
    hint: ({ allowed }) => (allowed === undefined ? "Exemple : environment=production and due<30d and not application=facturation." : `Possible ici : ${choice(allowed)}.`),
  },
  "CHR-ADDRESS-UNKNOWN": {
    title: "Adresse inconnue",
    detail: (args) => `${args.address} n'est pas ${args.of === "state" ? "enregistré" : "dans la configuration"}.${meant(args)}`,
    hint: ({ of }) => `« ${of === "state" ? "chorus state list" : "chorus plan --offline --format json"} » les donne toutes.`,
  },
  "CHR-NOTHING-TO-ATTEST": {
    title: "Rien à attester",
    detail: ({ address, reason }) =>
      ({
        proven: `${address} est déjà prouvé par une API.`,
        "not-attestable": `${address} ne s'atteste pas : seule une API peut le dire.`,
        "no-difference": `${address} est prouvé par une API : il n'y a pas de différence à accepter.`,
      })[reason],
    hint: ({ reason }) =>
      reason === "no-difference"
        ? "S'il n'en est plus ainsi, « chorus refresh » l'enregistre d'abord."
        : "« chorus plan » montre ce qui reste à attester.",
  },
  "CHR-REQUEST-FORM": {
    title: "Ligne illisible dans le journal des demandes",
    detail: ({ problem }) => REQUEST[problem] ?? `« ${problem} » manque, ou n'a pas la forme attendue.`,
    hint: ({ problem }) => REQUEST_HINTS[problem] ?? "Rétablir la ligne depuis Git, ou la supprimer : ce qu'elle disait serait à redemander.",
  },
  "CHR-NOTHING-TO-ASK": {
    title: "Rien à demander",
    detail: ({ address, reason, at = "", first = "" }) =>
      ({
        "no-step": `${address} n'appelle aucune étape.`,
        "not-outside": `${address} : son étape est à faire chez nous.`,
        waits: `${address} attend ${first} : il ne peut pas encore être fait.`,
        asked: `${address} a déjà été demandé le ${at.slice(0, 10)}.`,
        escalated: `${address} a été demandé le ${at.slice(0, 10)} et relancé en vain : c'est à quelqu'un d'autre qu'il faut s'adresser.`,
        refused: `${address} : refusé le ${at.slice(0, 10)}.`,
        blocked: `${address} : bloqué depuis le ${at.slice(0, 10)}.`,
        done: `${address} : dit fait le ${at.slice(0, 10)} ; l'observation le confirmera.`,
      })[reason],
    hint: ({ reason, until }) =>
      reason === "no-step" || reason === "not-outside" || reason === "waits"
        ? "« chorus plan » montre les étapes et qui doit les faire."
        : `${until === undefined ? "" : `Relance prévue le ${until.slice(0, 10)}. `}Pour redemander quand même : --again.`,
  },
  "CHR-PLAN-FORM": {
    title: "Plan illisible",
    detail: ({ file, problem, place }) => `${file} ${PLAN[problem]}${place === undefined ? "" : ` (${place})`}.`,
    hint: () => "Refaites-le : chorus plan --out FICHIER.",
  },
  "CHR-EXPLAIN-UNKNOWN": {
    title: "Rien à expliquer",
    detail: ({ word, near }) => `« ${word} » n'est ni un code, ni une nature d'élément, ni une clé de la configuration.${near.length === 0 ? "" : ` Vouliez-vous dire ${choice(near.map((one) => `« ${one} »`))} ?`}`,
    hint: ({ kinds, keys }) => `Natures : ${kinds.join(", ")}. Clés : ${keys.join(", ")}, et celles qu'elles contiennent. « chorus explain » seul les donne toutes, et les codes.`,
  },
  "CHR-USAGE": {
    title: "Commande mal écrite",
    detail: ({ problem, value, of, allowed, suggestion }) =>
      `${USAGE[problem](value)}${of === undefined ? "" : ` Option : ${of}.`}${allowed === undefined ? "" : ` Valeurs possibles : ${allowed}.`}${meant(suggestion === undefined ? {} : { suggestion })}`,
    hint: ({ problem, value }) =>
      problem === "excess-arguments" && /\.ya?ml$/i.test(value)
        ? `Une configuration se donne par une option : --config ${value}.`
        : "« chorus --help » montre les commandes, « chorus COMMANDE --help » les options d'une d'elles.",
  },
  "CHR-UNTRUSTED-HOST": {
    title: "Hôte non approuvé",
    detail: ({ host, environment }) => `Aucune requête n'est partie vers ${host} (${environment}) : il n'est pas approuvé.`,
    hint: ({ trust }) => `Si vous en répondez, relancez avec --trust ${trust}.`,
  },
  "CHR-ENDPOINT-PAIR": {
    title: "Une adresse sur deux",
    detail: ({ given, missing }) => `${given} est définie, mais pas ${missing} : rien n'est envoyé, pour que rien ne parte au mauvais endroit.`,
    hint: ({ given, missing }) => `Définissez aussi ${missing}, ou retirez ${given}.`,
  },
  "CHR-EDIT-PLACE": {
    title: "Ajout impossible sur place",
    detail: ({ file, key }) => `${file} écrit « ${key} » d'une façon que Chorus ne modifie pas sans toucher au reste (alias, ancre, encodage).`,
    hint: ({ line }) => `Ajoutez vous-même : ${line}`,
  },
  "CHR-EDIT-NO-LIST": {
    title: "Pas de liste de clients",
    detail: () => "La configuration ne nomme pas de fichier CSV avec clients.from.",
    hint: () => "Ajoutez « clients: { from: clients.csv } » et un fichier dont la première ligne est « code;siret;nom », ou chorus add structure.",
  },
  "CHR-IMPORT-NO-ACCOUNT": {
    title: "Aucun compte avec lequel regarder",
    detail: ({ environment }) => `La configuration ne déclare en ${environment} aucun compte technique dont le secret soit ici.`,
    hint: () => "Déclarez une structure de cet environnement, avec son compte technique : chorus add structure, puis chorus plan.",
  },
  "CHR-IMPORT-LOSES": {
    title: "Fichier qui perdrait ce qu'il contient",
    detail: ({ file, lost, count }) => `${file} existe, et l'import n'en reprendrait pas tout : ${lost.join(", ")}${count > lost.length ? `… (${count} en tout)` : ""}.`,
    hint: () => "Donnez un autre nom à --out et comparez, ou ajoutez au fichier importé ce qui lui manque.",
  },
  "CHR-PORT-TAKEN": {
    title: "Port indisponible",
    detail: ({ port }) => `Le port ${port} ne peut pas être utilisé.`,
    hint: () => "Choisissez-en un autre avec --port, ou aucun : un port libre sera pris.",
  },
  "CHR-TRUST-TOKEN": {
    title: "Confiance mal écrite",
    detail: ({ token }) => `« ${token} » n'est pas une valeur de --trust.`,
    hint: () => "Valeurs possibles : host:NOM, loopback, commands, files:DOSSIER, tls.",
  },
  "CHR-REGRESSION": {
    title: "Ce qui était vrai ne l'est plus",
    detail: ({ count, names }) => `${count} ${count < 2 ? "régression" : "régressions"} : ${names.join(", ")}${count > names.length ? "…" : "."}`,
    hint: () => "« chorus drift » montre la preuve d'avant et celle de maintenant. Une différence voulue s'accepte jusqu'à une date : chorus attest --accept.",
  },
  "CHR-PAST-DUE": {
    title: "Échéance passée",
    detail: ({ count, names }) => `${count} ${count < 2 ? "échéance passée" : "échéances passées"} : ${names.join(", ")}${count > names.length ? "…" : "."}`,
    hint: () => "« chorus status --due 0d » dit lesquelles et depuis quand.",
  },
  "CHR-PLAN-DIGEST": {
    title: "Ce n'est pas le plan relu",
    detail: ({ file, digest, reviewed }) => `${file} a l'empreinte ${digest}, et c'est ${reviewed} qui a été relu.`,
    hint: () => "Reprenez le fichier que la relecture a écrit, ou relisez celui-ci : chorus show FICHIER.",
  },
  "CHR-CHANGE-ENDS": {
    title: "Beaucoup de départs à la fois",
    detail: ({ environment, ended, of }) => `Ce changement ferait sortir ${ended} des ${of} structures de ${environment}, plus d'une sur cinq.`,
    hint: () => "C'est presque toujours un export incomplet ou une colonne décalée. S'ils partent vraiment : --allow-ends.",
  },
  "CHR-CHANGE-LARGE": {
    title: "Changement plus grand que permis",
    detail: ({ changes, limit }) => `Ce changement touche ${changes} structures, applications ou comptes, et --max-changes en permet ${limit}.`,
    hint: ({ changes }) => `Découpez-le, ou permettez-le : --max-changes ${changes}.`,
  },
  "CHR-SCENARIO-NOT-FOUND": {
    title: "Scénario introuvable",
    detail: ({ file }) => `${file} n'existe pas.`,
    hint: () => "Vérifiez le chemin ; « chorus simulate --structures 10 » simule un monde sans fichier.",
  },
  "CHR-SCENARIO-FORM": {
    title: "Scénario mal formé",
    detail: ({ problem, key }) =>
      problem === "unknown-key" ? `La clé « ${key} » n'existe pas dans un scénario.` : problem === "missing-key" ? `La clé « ${key} » manque.` : `La valeur de « ${key} » ne convient pas.`,
    hint: () => "Corrigez le fichier ; schemas/scenario.schema.json décrit chaque clé.",
  },
} satisfies Partial<DiagnosticWords>;

/** Ce qui ne va pas dans le journal des demandes, hors d'une clé. */
const REQUEST: Partial<Readonly<Record<RequestProblem, string>>> = {
  "not-a-file": "Le journal n'est pas un fichier que l'on puisse lire.",
  conflict: "Git n'a pas pu fusionner le journal : les marques du conflit y sont encore.",
  json: "La ligne n'est pas un événement en JSON.",
  future: "Cet événement est daté de plus d'un jour dans l'avenir.",
  action: "« action » ne nomme aucune étape que cette version connaisse.",
};

const REQUEST_HINTS: Partial<Readonly<Record<RequestProblem, string>>> = {
  "not-a-file": "Rétablir le fichier depuis Git : git checkout -- chorus.requests.jsonl",
  conflict:
    "Garder toutes les lignes des deux côtés et ne supprimer que les marques (<<<<<<<, =======, >>>>>>>) : leur ordre ne compte pas. Git le fait seul avec la ligne « chorus.requests.jsonl merge=union » dans .gitattributes.",
  future: "Corriger sa date : jusque-là, la demande passerait pour faite. L'horloge de la machine qui l'a écrit avance peut-être.",
};

/** Ce qui ne va pas dans un fichier de plan. */
const WHERE: Readonly<Record<Exclude<WhereExpected, "shorter">, string>> = {
  field: "un champ",
  operator: "un opérateur",
  value: "une valeur",
  duration: "une durée (30d, 12h)",
  word: "une valeur de ce champ",
  connective: "and ou or",
  parenthesis: "une parenthèse fermante",
  quote: "un guillemet fermant",
};

const PLAN = {
  "not-found": "n'existe pas",
  unreadable: "ne peut pas être lu",
  json: "n'est pas du JSON",
  schema: "n'est pas un plan de cette version",
  filtered: "ne montre qu'une partie de ce qui a été planifié (--where)",
} as const;

/** Ce qui ne va pas dans la commande. */
const ATTESTATION: Readonly<Record<AttestationProblem, string>> = {
  list: "Le fichier doit être une liste d'attestations, chacune commencée par un tiret",
  conflict: "Le fichier porte les marques d'un conflit de fusion Git",
  address: "address manque à l'attestation, ou n'est pas une adresse de ressource",
  by: "by manque à l'attestation : qui l'a dit",
  at: "at manque à l'attestation : quand cela a été vu",
  seen: "L'attestation doit avoir seen (ce qui a été vu) ou accepted (pourquoi l'écart est accepté), l'un des deux seulement",
  until: "until manque à l'attestation : jusqu'à quand elle vaut",
  covers: "covers manque à l'attestation : l'empreinte de ce dont elle parle",
  evidence: "evidence n'est ni un ticket, ni une adresse, ni un fichier (file) avec son empreinte (sha256)",
};

const USAGE: Readonly<Record<UsageProblem, (value: string) => string>> = {
  "unknown-option": (value) => `L'option « ${value} » n'existe pas.`,
  "unknown-command": (value) => `La commande « ${value} » n'existe pas.`,
  "missing-argument": (value) => `Il manque l'argument « ${value} ».`,
  "missing-option": (value) => `Il manque l'option « ${value} ».`,
  "missing-value": (value) => `L'option « ${value} » attend une valeur.`,
  "invalid-argument": (value) => `« ${value} » n'est pas une valeur possible ici.`,
  "kept-file": (value) => `« ${value} » est un fichier que Chorus lit ou tient à jour : une sortie ne le remplace pas. Donnez-lui un autre nom.`,
  "unknown-revision": (value) => `« ${value} » n'est pas une révision Git, ou ce dossier n'est dans aucun dépôt.`,
  ambiguous: (value) => `« ${value} » désigne plusieurs personnes.`,
  contradictory: (value) => `${value} ne vont pas ensemble : une seule à la fois.`,
  "excess-arguments": (value) => `« ${value} » est de trop.`,
};
