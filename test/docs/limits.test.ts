import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../cli/support.ts";

/** What a row says, and where in the code its number stands. */
const VALUES: readonly (readonly [row: string, value: string, file: string, code: string])[] = [
  ["configuration, and each file", "32 MB", "config/read-configuration.ts", "LIMIT_MB = 32;"],
  ["list of clients", "64 MB", "config/csv/clients.ts", "LIMIT_MB = 64;"],
  ["list of clients", "64 MB", "config/csv/gestionnaires.ts", "LIMIT_MB = 64;"],
  ["attestations", "64 MB", "state/attestations-file.ts", "limitMb: 64,"],
  ["journal of requests", "64 MB", "state/requests-file.ts", "MOST_MB = 64;"],
  ["state, in a file", "256 MB", "state/file-store.ts", "MOST_MB = 256;"],
  ["state, in a file", "256 MB", "piste/state-server.ts", "MOST_BYTES = 256 * 1024 * 1024;"],
  ["plan that is shown", "256 MB", "operations/read-plan.ts", "MOST_MB = 256;"],
  ["proof that is collected", "64 MB", "operations/proof/read-proof.ts", "MOST_BYTES = 64 * 1024 * 1024;"],
  ["evidence beside a word", "64 MB", "state/evidence-file.ts", "MOST_BYTES = 64 * 1024 * 1024;"],
  ["files that a chain", "10 deep", "config/read-configuration.ts", "MAX_DEPTH = 10;"],
  ["values that aliases", "5,000,000", "config/yaml-data.ts", "MAX_EXPANDED = 5_000_000;"],
  ["maps and lists in each other", "100", "config/yaml-depth.ts", "MAX_DEPTH = 100;"],
  ["time of a command", "30 s", "piste/secrets.ts", "COMMAND_TIMEOUT_MS = 30_000;"],
  ["what such a command prints", "64 MB", "ports/node-processes.ts", "MAX_OUTPUT = 64 * 1024 * 1024;"],
  ["body of an answer", "20 MB", "piste/transport.ts", "MAX_BODY_BYTES = 20 * 1024 * 1024;"],
  ["time of an answer", "30 s", "piste/transport.ts", "TIMEOUT_MS = 30_000;"],
];

it.each(VALUES)("the page says of %s: %s, as %s does", async (row, value, file, code) => {
  const page = await readFile(join(ROOT, "docs/limits.md"), "utf8");
  expect(page.split("\n").find((line) => line.startsWith(`| ${row}`))).toContain(`| ${value} |`);
  expect(await readFile(join(ROOT, "src", file), "utf8")).toContain(code);
});

it("every row with a number is held to the code", async () => {
  const rows = (await readFile(join(ROOT, "docs/limits.md"), "utf8")).split("\n").filter((line) => /^\| [^|]+ \| [\d,]+/.test(line));
  expect(rows.filter((line) => !VALUES.some(([row]) => line.startsWith(`| ${row}`)))).toEqual([]);
});
