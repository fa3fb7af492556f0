import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import type { Code } from "../../src/diagnostics/codes.ts";
import { validate } from "../../src/operations/validate.ts";
import { NO_TRUST } from "../../src/piste/trust.ts";
import { nodeFiles } from "../../src/ports/node-files.ts";
import { renderDiagnosticsJson, renderDiagnosticsText } from "../../src/views/diagnostics.ts";
import { DIAGNOSTICS } from "../../src/messages/fr/diagnostics.ts";

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const ROOT = fileURLToPath(new URL("./config/", import.meta.url));
const CASES = readdirSync(ROOT);

const expectedOf = (name: string): readonly Expected[] =>
  JSON.parse(readFileSync(join(ROOT, name, "expected.json"), "utf8")) as readonly Expected[];

const run = (name: string): ReturnType<typeof validate> =>
  validate({ files: nodeFiles, entry: join(ROOT, name, "chorus.config.yaml"), trust: NO_TRUST, live: true });

describe("one folder, one configuration", () => {
  it.each(CASES)("%s", async (name) => {
    const { diagnostics } = await run(name);
    const found = diagnostics.map(({ code, severity, where }) => ({
      code,
      severity,
      ...(where === undefined
        ? {}
        : { file: relative(join(ROOT, name), where.file), line: where.line, column: where.column }),
    }));
    expect(found).toEqual(expectedOf(name));
  });

  it("covers every code that a configuration can raise", () => {
    const raised = new Set(CASES.flatMap((name) => expectedOf(name).map(({ code }) => code)));
    const missing = (Object.keys(DIAGNOSTICS) as readonly Code[]).filter(
      (code) => OF_CONFIGURATION.test(code) && !ELSEWHERE.has(code) && !raised.has(code),
    );
    expect(missing).toEqual([]);
  });

  it("shows no planted secret", async () => {
    for (const name of CASES) {
      const { diagnostics } = await run(name);
      for (const language of ["fr", "en"] as const) {
        const screen = { language, palette: createColors(false), width: 200 };
        const text = renderDiagnosticsText(diagnostics, screen) + renderDiagnosticsJson(diagnostics, language);
        expect(text + JSON.stringify(diagnostics), name).not.toMatch(/Canari-secret|aB3\(x~K9/);
      }
    }
  });
});

const OF_CONFIGURATION =
  /^CHR-(CONFIG|FILE|YAML|INCLUDE|MERGE|CSV|SECRET|TRUST|HOST|SIRET|IDENTIFIER|NAME|ACCEPTE|TOPOLOGY|CLIENTS|APPLICATION|SANDBOX|SOLUTION|VERIFICATION|QUALIFICATION|UNKNOWN|EMAIL|TELEPHONE|LOGIN|SORTANT|DATE|REMPLACE|MOVED|STRUCTURE)-/;

/** Raised by files that a folder cannot hold, in `test/unit/config/awkward-files.test.ts`; and by the command line. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "CHR-FILE-REFUSED",
  "CHR-CONFIG-NOT-FOUND",
  "CHR-CONFIG-UNREADABLE",
  "CHR-FILE-TOO-LARGE",
  "CHR-TRUST-TOKEN",
]);
