import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import type { Files } from "../../../src/ports/ports.ts";
import { cacheFile } from "../../../src/state/cache-file.ts";
import { temporaryFolder } from "../../support/files.ts";

const FILE = ".chorus/cache/lines.jsonl";

describe("a file of the cache", () => {
  it("keeps every line, whenever it comes", async () => {
    const folder = temporaryFolder();
    const file = cacheFile(folder, "lines.jsonl", nodeFiles);
    for (let index = 0; index < 200; index++) {
      file.append({ index });
      if (index % 3 === 0) await Promise.resolve();
      if (index % 50 === 0) await file.flush();
    }
    await file.flush();
    expect((await file.read()).map(({ index }) => index)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(readFileSync(join(folder, ".chorus/cache/.gitignore"), "utf8")).toBe("*\n");
  });

  it.skipIf(process.platform === "win32")("is in a folder that nobody else may look into, also where that was open before", async () => {
    for (const before of [0o755, undefined]) {
      const folder = temporaryFolder();
      if (before !== undefined) mkdirSync(join(folder, ".chorus/cache"), { recursive: true, mode: before });
      const file = cacheFile(folder, "lines.jsonl", nodeFiles);
      file.append({ index: 0 });
      await file.flush();
      expect(statSync(join(folder, ".chorus/cache")).mode & 0o777).toBe(0o700);
    }
  });

  it("leaves out a line that a kill has torn, and no other", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".chorus/cache"), { recursive: true });
    writeFileSync(join(folder, FILE), '{"index":0}\n{"index":1}\n{"ind');
    const file = cacheFile(folder, "lines.jsonl", nodeFiles);
    file.append({ index: 2 });
    await file.flush();
    expect((await file.read()).map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it("costs a cache and no run where the folder may not be written to", async () => {
    const refusing: Files = {
      ...nodeFiles,
      append: async (path) => {
        throw new ChorusError([diagnostic("CHR-FILE-REFUSED", "error", { file: path, problem: "permission" })]);
      },
    };
    const file = cacheFile(temporaryFolder(), "lines.jsonl", refusing);
    file.append({ index: 0 });
    await expect(file.flush()).resolves.toBeUndefined();
    expect(await file.read()).toEqual([]);
  });

  it("begins anew where it has grown too large", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".chorus/cache"), { recursive: true });
    writeFileSync(join(folder, FILE), '{"index":0}\n'.repeat(100));
    const file = cacheFile(folder, "lines.jsonl", nodeFiles, 500);
    file.append({ index: 1 });
    await file.flush();
    expect((await file.read()).map(({ index }) => index)).toEqual([1]);
  });
});
