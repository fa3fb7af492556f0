import { APIS, CONTACT, PISTE } from "./draft.ts";
import type { Draft, DraftEnvironment, DraftStructure, GenerateOptions } from "./draft.ts";
import { draftWorld } from "./draft-world.ts";

/** The files of a configuration, by name: its YAML, the list of clients where the topology has one, and the secrets. */
export type ConfigurationFiles = { readonly [file: string]: string };

/**
 * The configuration that wants everything of {@link generateWorld} with the same options, also what is missing from
 * it. The secrets, invented like the rest, are those of what exists.
 */
export function configurationOf(options: GenerateOptions): ConfigurationFiles {
  const draft = draftWorld(options);
  const { qualification, production } = draft.environments;
  const files: [string, string][] = [
    ["chorus.config.yaml", [...head(draft), ...TOPOLOGIES[draft.topology](draft)].map((line) => `${line}\n`).join("")],
    ["secrets.json", `${JSON.stringify(Object.fromEntries([qualification, production].flatMap(secretsOf)), undefined, 1)}\n`],
  ];
  if (draft.topology !== "direct") files.push(["clients.csv", clientList(production)]);
  return Object.fromEntries(files);
}

function head({ topology }: Draft): readonly string[] {
  return [
    "# Everything in this configuration is invented, for `chorus simulate`.",
    "version: 1",
    "language: fr",
    `topology: ${topology}`,
    `piste: ${PISTE}`,
    `apis: [${APIS.join(", ")}]`,
    `contact: ${inline(CONTACT)}`,
    "espaces: [factures-emises]",
    `secrets: ${inline({ clientId: { file: "secrets.json", key: "{environment}/{name}/id" }, clientSecret: { file: "secrets.json", key: "{environment}/{name}/secret" }, password: { file: "secrets.json", key: "{login}" } })}`,
  ];
}

const TOPOLOGIES: Readonly<Record<Draft["topology"], (draft: Draft) => readonly string[]>> = {
  direct: ({ environments: { qualification, production } }) => [
    "application: EXEMPLE-GENERATION",
    "gestionnaires:",
    ...production.gestionnaires.map(({ name }) => `  ${name}: ${inline({ nom: `Gestionnaire ${name}` })}`),
    ...own("structures", production),
    ...own("qualification", qualification),
  ],
  editeur: ({ environments: { qualification } }) => [
    'solution: { editeur: "EXEMPLE GENERATION", nom: "Gestion" }',
    "gestionnaires:",
    ...qualification.gestionnaires.map(({ name }) => `  ${name}: ${inline({ nom: `Gestionnaire ${name}` })}`),
    ...own("qualification", qualification),
    ...clients(['  application: "EXEMPLE-GENERATION-{code}"']),
  ],
  concentrateur: ({ environments: { qualification, production } }) => [
    "application: EXEMPLE-GENERATION",
    "gestionnaires:",
    ...production.gestionnaires.filter(({ name }) => name.startsWith("g")).map(({ name }) => `  ${name}: ${inline({ nom: `Gestionnaire ${name}` })}`),
    ...own("structures", production),
    ...own("qualification", qualification),
    ...clients([]),
  ],
};

function own(block: string, { structures, accounts }: DraftEnvironment): readonly string[] {
  const logins = new Map(accounts.map(({ structure, login }) => [structure, login]));
  const mine = structures.filter(({ client }) => !client);
  // The key of test data is false, and known to be.
  const accepte = block === "qualification" ? { accepte: ["CHR-SIRET-KEY"] } : {};
  return [`${block}:`, ...mine.map((one) => `  ${one.name}: ${inline({ ...written(one, logins.get(one.name)), ...accepte })}`)];
}

function written({ identifiant, gestionnaire }: DraftStructure, login: string | undefined): Readonly<Record<string, string>> {
  return { identifiant, gestionnaire, ...(login === undefined ? {} : { login }) };
}

function clients(more: readonly string[]): readonly string[] {
  return [
    "clients:",
    "  from: clients.csv",
    "  espaces: [factures-emises]",
    `  secrets: ${inline({ clientId: { file: "secrets.json", key: "{environment}/{code}/id" }, clientSecret: { file: "secrets.json", key: "{environment}/{code}/secret" }, password: { file: "secrets.json", key: "{login}" } })}`,
    ...more,
  ];
}

function clientList({ structures, accounts }: DraftEnvironment): string {
  const logins = new Map(accounts.map(({ structure, login }) => [structure, login]));
  const rows = structures.filter(({ client }) => client)
    .map(({ name, identifiant, value }) => [name, identifiant, value.designation, logins.get(name) ?? ""].join(";"));
  return ["code;siret;nom;login", ...rows].map((row) => `${row}\n`).join("");
}

function secretsOf(content: DraftEnvironment, index: number): readonly (readonly [string, string])[] {
  const environment = index === 0 ? "qualification" : "production";
  return [
    ...content.applications.filter(({ exists }) => exists).flatMap(({ name, value }) => [
      [`${environment}/${name}/id`, value.clientId] as const,
      [`${environment}/${name}/secret`, value.clientSecret] as const,
    ]),
    ...content.accounts.filter(({ exists }) => exists).map(({ login, value }) => [login, value.motDePasse] as const),
  ];
}

/** JSON is YAML, and quotes every text: a SIRET is no number. */
function inline(value: unknown): string {
  return JSON.stringify(value);
}
