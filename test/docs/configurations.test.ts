import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { loadConfiguration } from "../../src/config/load.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { checkScenario } from "../../src/simulator/check-scenario.ts";
import { readAttestations } from "../../src/state/attestations-file.ts";
import { memoryFiles } from "../unit/config/memory-files.ts";
import { blocksOf, readPages, type Block } from "./pages.ts";

const blocks = (await readPages()).flatMap(blocksOf);
const shown = blocks.filter(({ language }) => language === "yaml").map((block) => [`${block.page.file}:${block.line}`, block] as const);

it.each(shown)("%s is valid", async (_place, block) => {
  expect(await problemsOf(block)).toEqual([]);
});

/** What is wrong with a block; one that does not say what it is, is wrong. */
const problemsOf = async (block: Block): Promise<readonly unknown[]> => {
  const { validate, "part of": whole } = block.says;
  if (validate === "scenario") return checkScenario(parse(block.body));
  if (validate === "attestations") return (await readAttestations("", memoryFiles({ "chorus.attestations.yaml": block.body }))).diagnostics;
  if (validate !== undefined) return errorsOf(block.body, block);
  if (whole === undefined) return ["no <!-- validate --> nor <!-- part of: … --> above it"];
  return errorsOf(stringify(merge(read(whole === "clients" ? CLIENTS : CONFIGURATION), read(block.body))), block);
};

/** The files that the page shows, each under a comment that names it, stand beside the configuration. */
const errorsOf = async (configuration: string, { page }: Block): Promise<readonly Diagnostic[]> => {
  const others = blocksOf(page).flatMap(({ says, body }) => (says["file"] === undefined ? [] : [[says["file"], body] as const]));
  const files = memoryFiles({ "clients.csv": LIST, ...Object.fromEntries(others), "chorus.config.yaml": configuration });
  const { diagnostics } = await loadConfiguration({ entry: "chorus.config.yaml", files });
  return diagnostics.filter(({ severity }) => severity === "error");
};

/** As text, as Chorus reads it: a SIRET is no number. */
const read = (yaml: string): Map => parse(yaml, { schema: "failsafe" }) as Map;

type Map = Readonly<Record<string, unknown>>;

const merge = (whole: Map, part: Map): Map =>
  Object.fromEntries([
    ...Object.entries(whole),
    ...Object.entries(part).map(([key, value]) => [key, isMap(value) && isMap(whole[key]) ? merge(whole[key], value) : value]),
  ]);

const isMap = (value: unknown): value is Map => typeof value === "object" && value !== null && !Array.isArray(value);

const CONFIGURATION = `
version: 1
topology: direct
piste: facturation@exemple-btp.fr
application: EXEMPLE-BTP-FACTURATION
apis: [factures, structures, transverses, utilisateurs]
contact: { nom: Service intégration, email: facturation@exemple-btp.fr, telephone: "+33 4 72 00 00 01" }
structures: { siege: 73282932000074 }
`;

const CLIENTS = `${CONFIGURATION.replace("direct", "concentrateur")}
clients: { from: clients.csv }
`;

const LIST = "code;siret\nC00417;12345678200010\n";
