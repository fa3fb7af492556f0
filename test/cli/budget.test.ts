import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { chorus, ROOT, workIn } from "./support.ts";

// What a run loads decides how fast it starts. Counted, since times differ between machines. Whoever goes over a budget either
// loads what this run does not need, or has a reason to raise it here.

interface Budget {
  readonly modules: number;
  readonly kilobytes: number;
}

const BUDGETS: readonly (readonly [command: string, Budget])[] = [
  ["--version", { modules: 9, kilobytes: 16 }],
  ["--help", { modules: 16, kilobytes: 135 }],
  ["validate", { modules: 55, kilobytes: 494 }],
  ["plan --offline", { modules: 100, kilobytes: 735 }],
];

/** Loaded first by the few commands that need them. */
const HEAVY = ["undici", "log-update", "node-conversation", "open-postgres-store", "page.gen", "simulate"];

describe("what a run loads", () => {
  it.each(BUDGETS)("chorus %s", async (command, { modules, kilobytes }) => {
    const cwd = await workIn("chorus.config.yaml");
    const log = join(cwd, "modules.log");
    const preload = pathToFileURL(join(ROOT, "test/support/log-modules.mjs")).href;
    expect(await chorus(command.split(" "), { cwd, variables: { NODE_OPTIONS: `--import=${preload}`, MODULE_LOG: log } })).toMatchObject({ code: 0 });
    const files = (await readFile(log, "utf8")).trim().split("\n").map((url) => fileURLToPath(url)).filter((file) => file.includes("/dist/"));
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    const loaded = { modules: files.length, kilobytes: Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024) };
    expect(files.filter((file) => HEAVY.some((name) => file.includes(`/chunks/${name}`)))).toEqual([]);
    expect(loaded.modules, JSON.stringify(loaded)).toBeLessThanOrEqual(modules);
    expect(loaded.kilobytes, JSON.stringify(loaded)).toBeLessThanOrEqual(kilobytes);
  });
});
