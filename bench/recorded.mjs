/**
 * What a state holds once everything that a configuration wants is there and was seen: made by the product's own sources,
 * from a plan in which every claim holds.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "./measure.mjs";

const SOURCES = `
export { nodeFiles } from "./src/ports/node-files.ts";
export { validate } from "./src/operations/validate.ts";
export { plan } from "./src/plan/plan.ts";
export { changeState } from "./src/state/change-state.ts";
export { changedRecords } from "./src/state/remember.ts";
export { serializeState } from "./src/state/serialize-state.ts";
export { emptyState } from "./src/state/state.ts";
`;

/** @param entry a configuration's file, read as the product reads it */
export const recordedState = async (entry, nowMs, folder) => {
  const { nodeFiles, validate, plan, changeState, changedRecords, serializeState, emptyState } = await sources(folder);
  const { desired } = await validate({ files: nodeFiles, entry, trust: {}, live: false });
  const { assessed } = plan({ desired, records: new Map(), observations: new Map(), attestations: new Map(), nowMs });
  const seen = assessed.map((one) => ({ ...one, conditions: one.conditions.map((assessedCondition) => holds(assessedCondition, nowMs)) }));
  const records = changedRecords(seen, { nowMs, renewProofAfterMs: 30 * 86_400_000 });
  return serializeState(changeState(emptyState("bench"), records));
};

const holds = ({ condition: { type } }, nowMs) => {
  const at = new Date(nowMs).toISOString().replace(/\.\d+Z$/, "Z");
  const evidence = { by: "api", request: "POST /cpro/utilisateurs/v1/monCompte/recuperer/rattachements", status: 200, correlationId: "Id-bench", tries: 1 };
  return { condition: { type, status: "true", reason: "structure-active", proof: "verified", since: at, provenAt: at, evidence } };
};

const sources = async (folder) => {
  const outfile = join(folder, "sources.mjs");
  await build({ stdin: { contents: SOURCES, resolveDir: ROOT }, outfile, bundle: true, platform: "node", format: "esm", logLevel: "silent", banner: { js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);' } });
  return import(pathToFileURL(outfile).href);
};
