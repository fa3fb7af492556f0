import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** Ce sur quoi reposent les attestations, et les preuves reçues d'ailleurs. */
export const PROOFS = {
  "CHR-ATTESTATION-UNMATCHED": {
    title: "Attestation sans objet",
    detail: (args) => `L'attestation porte sur ${args.address}, que la configuration ne déclare pas.${meant(args)}`,
    hint: () => "Corrigez son adresse, ou retirez-la de chorus.attestations.yaml.",
  },
  "CHR-EVIDENCE-FILE": {
    title: "Pièce introuvable ou modifiée",
    detail: ({ file, problem }) => `${file} ${FILE[problem]}.`,
    hint: ({ problem }) =>
      problem === "changed"
        ? "Rétablissez le fichier, ou attestez de nouveau avec celui-ci : chorus attest … --evidence FICHIER."
        : "Placez le fichier dans le dossier de la configuration, ou citez un ticket ou une adresse.",
  },
  "CHR-EVIDENCE-SECRET": {
    title: "Une pièce qui contient un secret",
    detail: ({ subject, problem }) => `${subject} ${SECRET[problem]}. Rien n'est écrit.`,
    hint: () => "Une attestation va dans Git : citez un ticket, ou une capture sans le mot de passe. Le document du compte technique ne se joint jamais.",
  },
  "CHR-PROOF-FORM": {
    title: "Preuve illisible",
    detail: ({ file, problem, place }) => `${file} ${FORM[problem]}${place === undefined ? "" : ` (${place})`}.`,
    hint: () => "Refaites-la chez le client : chorus prove --out FICHIER.",
  },
  "CHR-PROOF-ALTERED": {
    title: "Preuve modifiée",
    detail: ({ file, client, what }) => `${file}, de ${client} : ${ALTERED[what]}.`,
    hint: () => "Le fichier a changé depuis sa fabrication. Demandez-en un nouveau : chorus prove --out FICHIER.",
  },
  "CHR-PROOF-UNSIGNED": {
    title: "Preuve non signée",
    detail: ({ file, client, keys }) => `${file} n'est pas signé ; les preuves de ${client} doivent l'être par une clé de ${keys}.`,
    hint: () => "Refaites-la chez le client avec sa clé : chorus prove --key CLE.pem --out FICHIER.",
  },
  "CHR-PROOF-KEY": {
    title: "Clé de signature inconnue",
    detail: ({ file, client, key, keys }) => `${file}, de ${client}, est signé par la clé ${key}, qui n'est pas dans ${keys}.`,
    hint: ({ keys }) => `Si cette clé est bien celle du client, ajoutez-la à ${keys} (clé publique, PEM) ; sinon, ne recueillez pas ce fichier.`,
  },
  "CHR-PROOF-KEY-FILE": {
    title: "Fichier de clé inutilisable",
    detail: ({ file, problem }) => `${file} ${KEY[problem]}.`,
    hint: ({ problem }) =>
      problem === "not-private"
        ? "Une clé se crée par : openssl genpkey -algorithm ed25519 -out cle.pem."
        : "La clé publique s'extrait par : openssl pkey -in cle.pem -pubout.",
  },
  "CHR-PROOF-CLIENT": {
    title: "Preuve d'un autre",
    detail: (args) => `${args.file} porte sur le client ${args.client}, que la configuration ne déclare pas.${meant(args)}`,
    hint: () => "Vérifiez que le fichier vient bien d'un de vos clients, et que le code est celui de votre liste.",
  },
  "CHR-PROOF-ENVIRONMENT": {
    title: "Preuve d'un autre environnement",
    detail: ({ file, client, environment }) => `${file} porte sur ${client} en ${environment}, où la configuration ne le déclare pas.`,
    hint: () => "Refaites-la dans l'environnement voulu : chorus prove --env production --out FICHIER.",
  },
  "CHR-PROOF-SUBJECT": {
    title: "Preuve sur autre chose que ce qui est déclaré",
    detail: ({ file, client, kind, name, value }) => `${file}, de ${client} : ${SUBJECT[kind](name, value)}.`,
    hint: () => "La configuration du client et la vôtre diffèrent : alignez-les, puis refaites la preuve.",
  },
  "CHR-PROOF-OLD": {
    title: "Preuve trop ancienne",
    detail: ({ file, client, madeAt, limitHours: h }) => `${file}, de ${client}, date du ${madeAt} : plus de ${h < 48 ? `${h} h` : `${Math.floor(h / 24)} jours`}.`,
    hint: () => "Demandez-en une nouvelle : chorus prove --out FICHIER.",
  },
  "CHR-PROOF-EMPTY": {
    title: "Preuve qui ne prouve rien",
    detail: ({ file, client }) => `${file}, de ${client} : rien n'a été vu là-bas, aucune réponse n'est à retenir.`,
    hint: () => "Chez le client, donnez les secrets que « chorus prove » dit manquants, ou réessayez quand la plateforme répond.",
  },
  "CHR-PROOF-FUTURE": {
    title: "Preuve datée de l'avenir",
    detail: ({ file, client, madeAt }) => `${file}, de ${client}, est daté du ${madeAt}, qui n'est pas encore passé.`,
    hint: () => "Réglez l'horloge de la machine du client (ou la vôtre), puis refaites la preuve.",
  },
  "CHR-PROOF-REPLAYED": {
    title: "Preuve déjà recueillie",
    detail: ({ file, client, madeAt, before }) =>
      madeAt === before
        ? `La preuve de ${client} du ${madeAt} est déjà recueillie (${file}).`
        : `${file}, de ${client}, date du ${madeAt} ; celle du ${before} est déjà recueillie.`,
    hint: () => "Rien à faire si c'est le même fichier. Sinon, demandez une preuve plus récente.",
  },
} satisfies Partial<DiagnosticWords>;

const FILE = {
  missing: "n'existe pas ou n'est pas un fichier",
  changed: "n'est plus le fichier qui a été joint : son empreinte SHA-256 diffère",
  outside: "est hors du dossier de la configuration",
  "too-large": "est trop volumineux",
} as const;

const SECRET = {
  "connection-details": "est le document des informations de connexion : il contient le mot de passe",
  password: "contient ce qui ressemble à un mot de passe",
  "known-secret": "contient la valeur d'un secret de la configuration",
  unread: "ne peut pas être lu ici, et son nom ou vos mots parlent de connexion : rien ne dit qu'il est sans mot de passe",
} as const;

const FORM = {
  "not-found": "n'existe pas",
  unreadable: "ne peut pas être lu",
  "too-large": "est trop volumineux",
  json: "n'est pas du JSON",
  schema: "n'est pas une preuve de cette version",
} as const;

const ALTERED = {
  digest: "son empreinte ne correspond pas à son contenu",
  signature: "sa signature ne correspond pas à son contenu",
  asked: "les questions ne sont pas celles dont il porte l'empreinte",
  times: "des réponses y sont plus récentes ou bien plus anciennes que la preuve",
} as const;

const KEY = {
  "not-found": "n'existe pas ou ne peut pas être lu",
  "not-private": "n'est pas une clé privée Ed25519 (PEM)",
  "not-public": "ne contient pas de clé publique Ed25519 (PEM)",
} as const;

const SUBJECT = {
  structure: (name: string, value: string) => `la structure « ${name} » y a l'identifiant ${value}, qui n'est pas le sien ici`,
  application: (name: string, value: string) => `l'application « ${name} » y est ${value}, ce qu'elle n'est pas ici`,
  "compte-technique": (name: string, value: string) => `le compte technique « ${name} » y a le login ${value}, qui n'est pas le sien ici`,
  question: (name: string, value: string) => `une réponse (${name}) porte sur ${value}, qui n'est pas de ce client`,
} as const;
