import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Piece } from "../../src/kinds/pieces/piece.ts";
import { nodeFiles } from "../../src/ports/node-files.ts";
import { rememberConfiguration } from "../../src/state/configuration/configuration-memory.ts";
import type { MemoryHead } from "../../src/state/configuration/memory-text.ts";
import { concentrateur } from "../support/sized-configurations.ts";
import { chorus, type Ran } from "./support.ts";

const MEMORY = ".chorus/cache/configuration.jsonl";

it("plans one of thousands from what the last such run remembered, and tells the same without", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "chorus-few-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const { yaml, others } = concentrateur(2000);
  for (const [file, text] of Object.entries({ "chorus.config.yaml": yaml, ...others })) await writeFile(join(cwd, file), text);
  const plan = async (target: string): Promise<Ran> => {
    const { stdout, stderr, ...ran } = await chorus(["plan", "--offline", "--format", "json", "--target", target], { cwd });
    // Who reads all of it says that it does.
    return { ...ran, stdout: stdout.replaceAll(/"\d{4}-\d\d-\d\dT[^"]*Z"/g, "now"), stderr: stderr.replace(/^\d+ structures .*…\n/m, "") };
  };
  const isThere = async (): Promise<boolean> => (await stat(join(cwd, MEMORY)).catch(() => undefined)) !== undefined;

  expect(await chorus(["validate"], { cwd })).toMatchObject({ code: 0 });
  await plan("production/compte-technique/C00042");
  expect(await isThere()).toBe(false);

  const first = await plan("production/structure/C00042");
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('"production/rattachement/C00042/C00042"') as unknown });
  expect(await isThere()).toBe(true);
  expect(await plan("production/structure/C00042")).toEqual(first);

  // That it is read shows where it says something else than the configuration.
  const whole = await readFile(join(cwd, MEMORY), "utf8");
  const [, head = "", ...boxes] = whole.trimEnd().split("\n");
  const { frame, ...rest } = JSON.parse(head) as MemoryHead;
  const pieces = boxes.flatMap((box) => JSON.parse(box) as readonly Piece[]);
  expect(pieces).toHaveLength(2001);
  await rememberConfiguration(cwd, { ...rest, frame: { ...frame, desired: { ...frame.desired, language: "en" } } }, pieces, nodeFiles);
  expect((await plan("production/structure/C00042")).stdout).toContain('"language": "en"');
  expect(await chorus(["status", "--format", "json"], { cwd })).toMatchObject({ code: 0, stdout: expect.not.stringContaining('"en"') as unknown });

  await rm(join(cwd, ".chorus"), { recursive: true });
  expect(await plan("production/structure/C00042")).toEqual(first);
  expect(await readFile(join(cwd, MEMORY), "utf8")).toBe(whole);

  const list = await readFile(join(cwd, "clients.csv"), "utf8");
  await writeFile(join(cwd, "clients.csv"), list.replace(/^C00042;/m, "C00042B;"));
  expect(await plan("production/structure/C00042")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-ADDRESS-UNKNOWN") as unknown });
  expect(await plan("production/structure/C00042B")).toMatchObject({ code: 0 });
}, 120_000);
