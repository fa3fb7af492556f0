/**
 * How long `chorus validate` takes on one large file, beside ajv-cli on the same file and schema.
 * `node bench/validate.mjs [--rounds 9] [--json]`, after `npm run build` and `npm install` in bench/. Exits 1 where a
 * bar is missed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { configuration } from "./configuration.mjs";
import { BENCH, CLI, inTurn, line, ROOT, tell } from "./measure.mjs";

const BARS = { ratio: 1, growth: 11, residentMb: 1500 };
const [SMALL, LARGE] = [10_000, 100_000];

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, json: { type: "boolean", default: false } },
});

const SCHEMA = join(ROOT, "schemas/config.schema.json");

const commands = (file) => ({
  chorus: { args: [CLI, "validate", "--config", file] },
  "ajv-cli": { args: [join(BENCH, "node_modules/ajv-cli/dist/index.js"), "validate", "--strict=false", "-s", SCHEMA, "-d", file] },
  // What reading alone takes: no schema, no rules.
  "js-yaml": { args: ["--input-type=module", "-e", READ_ALONE, file], silent: true },
});

/** Line and column, as Chorus gives: on the small file alone, since on the large one it takes minutes. */
const spectral = (file) => ({
  spectral: { args: [join(BENCH, "node_modules/@stoplight/spectral-cli/dist/index.js"), "lint", "--ruleset", join(folder, "ruleset.yaml"), file] },
});

/** One rule: the file follows the schema. Spectral's expressions know no classes of Unicode: it gets a range in their place. */
const ruleset = () => `rules:
  configuration:
    given: $
    severity: error
    then: { function: schema, functionOptions: { schema: ${readFileSync(SCHEMA, "utf8").replaceAll(String.raw`\\p{L}\\p{N}`, "A-Za-zÀ-ÿ0-9")} } }
`;

const READ_ALONE = `
import { readFileSync } from "node:fs";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
load(readFileSync(process.argv[1], "utf8"), { schema: FAILSAFE_SCHEMA });`;

const folder = mkdtempSync(join(tmpdir(), "chorus-bench-"));
const results = {};
writeFileSync(join(folder, "ruleset.yaml"), ruleset());
try {
  for (const [count, rounds] of [[SMALL, Number(values.rounds)], [LARGE, Math.ceil(Number(values.rounds) / 3)]]) {
    const file = join(folder, `${count}.yaml`);
    writeFileSync(file, configuration(count));
    results[count] = await inTurn({ ...commands(file), ...(count === SMALL ? spectral(file) : {}) }, rounds);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const [small, large] = [results[SMALL], results[LARGE]];
const ratio = small.chorus.median / small["ajv-cli"].median;
const growth = large.chorus.median / small.chorus.median;
const missed = [
  ...(ratio > BARS.ratio ? [`${SMALL} structures: slower than ajv-cli`] : []),
  ...(growth > BARS.growth ? [`${LARGE} structures: more than ${BARS.growth} times as long as ${SMALL}`] : []),
  ...(large.chorus.residentMb > BARS.residentMb ? [`${LARGE} structures: more than ${BARS.residentMb} MB`] : []),
];
const lines = [
  ...Object.entries(results).flatMap(([count, all]) => Object.entries(all).map(([name, one]) => line(`${count} structures`, name, one, { name: "ajv-cli", ...all["ajv-cli"] }))),
  `${LARGE} structures take chorus ${growth.toFixed(1)} times as long as ${SMALL}`,
];
tell({ lines, results, missed }, values.json);
