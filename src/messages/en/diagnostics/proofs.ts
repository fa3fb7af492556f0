import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** What attestations rest on, and proofs received from elsewhere. */
export const PROOFS = {
  "CHR-ATTESTATION-UNMATCHED": {
    title: "Attestation about nothing",
    detail: (args) => `The attestation is about ${args.address}, which the configuration does not declare.${meant(args)}`,
    hint: () => "Correct its address, or remove it from chorus.attestations.yaml.",
  },
  "CHR-EVIDENCE-FILE": {
    title: "Evidence missing or changed",
    detail: ({ file, problem }) => `${file} ${FILE[problem]}.`,
    hint: ({ problem }) =>
      problem === "changed"
        ? "Restore the file, or attest again with this one: chorus attest … --evidence FILE."
        : "Put the file in the configuration's folder, or name a ticket or a URI.",
  },
  "CHR-EVIDENCE-SECRET": {
    title: "Evidence that holds a secret",
    detail: ({ subject, problem }) => `${subject} ${SECRET[problem]}. Nothing is written.`,
    hint: () => "An attestation goes into Git: name a ticket, or a screenshot without the password. The compte technique's document is never evidence.",
  },
  "CHR-PROOF-FORM": {
    title: "Proof cannot be read",
    detail: ({ file, problem, place }) => `${file} ${FORM[problem]}${place === undefined ? "" : ` (${place})`}.`,
    hint: () => "Make it again at the client's: chorus prove --out FILE.",
  },
  "CHR-PROOF-ALTERED": {
    title: "Proof was altered",
    detail: ({ file, client, what }) => `${file}, of ${client}: ${ALTERED[what]}.`,
    hint: () => "The file changed since it was made. Ask for a new one: chorus prove --out FILE.",
  },
  "CHR-PROOF-UNSIGNED": {
    title: "Proof is not signed",
    detail: ({ file, client, keys }) => `${file} is not signed; proofs of ${client} must be, by a key of ${keys}.`,
    hint: () => "Make it again at the client's, with its key: chorus prove --key KEY.pem --out FILE.",
  },
  "CHR-PROOF-KEY": {
    title: "Unknown signing key",
    detail: ({ file, client, key, keys }) => `${file}, of ${client}, is signed by the key ${key}, which is not in ${keys}.`,
    hint: ({ keys }) => `If that key is the client's, add it to ${keys} (public key, PEM); if not, do not collect this file.`,
  },
  "CHR-PROOF-KEY-FILE": {
    title: "Key file cannot be used",
    detail: ({ file, problem }) => `${file} ${KEY[problem]}.`,
    hint: ({ problem }) =>
      problem === "not-private"
        ? "A key is made by: openssl genpkey -algorithm ed25519 -out key.pem."
        : "The public key is had by: openssl pkey -in key.pem -pubout.",
  },
  "CHR-PROOF-CLIENT": {
    title: "Proof of somebody else",
    detail: (args) => `${args.file} is about the client ${args.client}, which the configuration does not declare.${meant(args)}`,
    hint: () => "Check that the file comes from one of your clients, and that the code is the one of your list.",
  },
  "CHR-PROOF-ENVIRONMENT": {
    title: "Proof of another environment",
    detail: ({ file, client, environment }) => `${file} is about ${client} in ${environment}, where the configuration does not declare it.`,
    hint: () => "Make it again in the environment that is wanted: chorus prove --env production --out FILE.",
  },
  "CHR-PROOF-SUBJECT": {
    title: "Proof of something else than what is declared",
    detail: ({ file, client, kind, name, value }) => `${file}, of ${client}: ${SUBJECT[kind](name, value)}.`,
    hint: () => "The client's configuration and yours differ: make them agree, then make the proof again.",
  },
  "CHR-PROOF-OLD": {
    title: "Proof is too old",
    detail: ({ file, client, madeAt, limitHours: h }) => `${file}, of ${client}, was made at ${madeAt}: more than ${h < 48 ? `${h} h` : `${Math.floor(h / 24)} days`} ago.`,
    hint: () => "Ask for a new one: chorus prove --out FILE.",
  },
  "CHR-PROOF-EMPTY": {
    title: "Proof that proves nothing",
    detail: ({ file, client }) => `${file}, of ${client}: nothing was seen there, no answer is to be kept.`,
    hint: () => 'At the client\'s, give the secrets that "chorus prove" says are missing, or try again once the platform answers.',
  },
  "CHR-PROOF-FUTURE": {
    title: "Proof from the future",
    detail: ({ file, client, madeAt }) => `${file}, of ${client}, says that it was made at ${madeAt}, which is yet to come.`,
    hint: () => "Set the clock of the client's machine (or yours), then make the proof again.",
  },
  "CHR-PROOF-REPLAYED": {
    title: "Proof collected before",
    detail: ({ file, client, madeAt, before }) =>
      madeAt === before
        ? `The proof of ${client} of ${madeAt} is collected already (${file}).`
        : `${file}, of ${client}, was made at ${madeAt}; the one of ${before} is collected already.`,
    hint: () => "Nothing to do if it is the same file. If not, ask for a newer proof.",
  },
} satisfies Partial<DiagnosticWords>;

const FILE = {
  missing: "is not there, or is no file",
  changed: "is no longer the file that was given: its SHA-256 differs",
  outside: "is outside of the configuration's folder",
  "too-large": "is too large",
} as const;

const SECRET = {
  "connection-details": "is the document of connection details: it holds the password",
  password: "holds what looks like a password",
  "known-secret": "holds the value of one of the configuration's secrets",
  unread: "cannot be read here, and its name or your words speak of a connection: nothing tells that it holds no password",
} as const;

const FORM = {
  "not-found": "does not exist",
  unreadable: "cannot be read",
  "too-large": "is too large",
  json: "is not JSON",
  schema: "is not a proof of this version",
} as const;

const ALTERED = {
  digest: "its digest does not match its content",
  signature: "its signature does not match its content",
  asked: "its questions are not those whose digest it bears",
  times: "it has answers that are newer or much older than itself",
} as const;

const KEY = {
  "not-found": "does not exist or cannot be read",
  "not-private": "is no Ed25519 private key (PEM)",
  "not-public": "holds no Ed25519 public key (PEM)",
} as const;

const SUBJECT = {
  structure: (name: string, value: string) => `there the structure "${name}" has the identifier ${value}, which is not its own here`,
  application: (name: string, value: string) => `there the application "${name}" is ${value}, which it is not here`,
  "compte-technique": (name: string, value: string) => `there the compte technique "${name}" has the login ${value}, which is not its own here`,
  question: (name: string, value: string) => `an answer (${name}) is about ${value}, which is not this client's`,
} as const;
