import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Secrets and trust. */
export const SECRETS = {
  "CHR-SECRET-LITERAL": {
    title: "Secret written in clear",
    detail: ({ key }) => `"${key}" holds a value instead of saying where to find it. It is not shown.`,
    hint: () => "Replace it by { env: VARIABLE }, { file: … } or { command: […] }, and change that secret: it may have been read.",
  },
  "CHR-SECRET-SOURCE": {
    title: "Ambiguous place of a secret",
    detail: ({ key, count }) => (count === 0 ? `"${key}" does not say where the secret is.` : `"${key}" gives ${count} places for one secret.`),
    hint: () => "Keep exactly one of the keys env, file or command.",
  },
  "CHR-SECRET-SHARED": {
    title: "One secret for two things",
    detail: ({ secret, name, other }) => `${secret} would serve both "${other}" and "${name}".`,
    hint: () => 'Give each its own with secrets:, or a key that tells them apart, such as key: "{siret}".',
  },
  "CHR-TRUST-HOST": {
    title: "Untrusted host",
    detail: ({ host, environment }) => `${host} is not one of PISTE's hosts: it gets no secret of ${environment}.`,
    hint: ({ host }) => `If you trust this host, run again with --trust host:${host}.`,
  },
  "CHR-TRUST-TLS": {
    title: "Certificates not checked",
    detail: ({ environment }) => `tls: relaxed, for ${environment}, would let anyone pass for PISTE.`,
    hint: () => "Remove the line, or run again with --trust tls on a network that you trust.",
  },
  "CHR-TRUST-COMMAND": {
    title: "Untrusted command",
    detail: ({ command }) => `The configuration asks to run "${command}" to get a secret.`,
    hint: () => "A configuration cannot grant itself that: run again with --trust commands once you have read it.",
  },
  "CHR-TRUST-FILE": {
    title: "Secrets file outside the folder",
    detail: ({ file }) => `${file} is outside the configuration's folder.`,
    hint: () => "Move it below that folder, or run again with --trust files:FOLDER.",
  },
  "CHR-HOST-DECOMMISSIONED": {
    title: "Address out of service on the Internet",
    detail: ({ host }) => `${host} has answered only on the State's network (RIE) since 30/09/2023.`,
    hint: ({ replacement }) => `Use ${replacement}, or say "network: rie" if you are on the RIE.`,
  },
} satisfies Partial<DiagnosticWords>;
