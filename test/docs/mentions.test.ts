import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/commands.ts";
import { GLOBAL_OPTIONS } from "../../src/commands/options.ts";
import { CODES } from "./codes.ts";
import { ROOT } from "../cli/support.ts";
import { GENERATED } from "./generated/index.ts";
import { proseOf, readPages, type Page } from "./pages.ts";

const pages = await readPages();
const folders = await readdir(join(ROOT, "src"), { withFileTypes: true });
const FOLDERS = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each(pages.map((page) => [page.file, page] as const))("%s", (_file, page) => {
  it("names files and folders that exist", async () => {
    const missing: string[] = [];
    for (const path of pathsOf(page)) if (!(await exists(path))) missing.push(path);
    expect(missing).toEqual([]);
  });

  it("names commands, options and codes that exist", () => {
    expect(commandsOf(page).filter((name) => !KNOWN_COMMANDS.has(name))).toEqual([]);
    expect(optionsOf(page).filter((name) => !KNOWN_OPTIONS.has(name))).toEqual([]);
    expect(codesOf(page).filter((code) => !CODES.has(code))).toEqual([]);
  });
});

it("keeps pages short", () => {
  const written = pages.filter(({ file }) => file.startsWith("docs/") && !GENERATED.has(file) && file !== "docs/guide-coverage.md");
  const long = written.map(({ file, text }) => [file, text.split("\n").length - 1] as const);
  expect(long.filter(([file, lines]) => lines > (longest(file)))).toEqual([]);
});

/** A tutorial is followed once, from its top to its end: it is as long as the way. */
const longest = (file: string): number => {
  if (file.startsWith("docs/decisions/") && !file.endsWith("README.md")) return 25;
  return file.startsWith("docs/tutori") ? 150 : 120;
};

const codeOf = (page: Page): readonly string[] => [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? "");

/** Paths of the repository, as written in code: those with a placeholder name none. */
const pathsOf = (page: Page): readonly string[] =>
  codeOf(page).filter((code) => /^[\w.-]+\/[\w./-]*$/.test(code) && (TOP.has(firstOf(code)) || FOLDERS.includes(firstOf(code))));

const firstOf = (path: string): string => path.split("/", 1)[0] ?? "";

const TOP: ReadonlySet<string> = new Set(["src", "test", "scripts", "schemas", "examples", "docs", ".ci"]);

const exists = async (path: string): Promise<boolean> => {
  for (const base of [ROOT, join(ROOT, "src")]) {
    try {
      await stat(join(base, path));
      return true;
    } catch {
      // Perhaps below src/.
    }
  }
  return false;
};

const commandsOf = (page: Page): readonly string[] =>
  codeOf(page).flatMap((code) => /^(?:\$ )?chorus ((?:(?:state|import|add) )?[a-z]+)/.exec(code)?.[1] ?? []);

const KNOWN_COMMANDS: ReadonlySet<string> = new Set(COMMANDS.flatMap(({ name }) => [name, name.split(" ")[0] ?? name]));

const optionsOf = (page: Page): readonly string[] =>
  codeOf(page).flatMap((code) => (/^(?:chorus |--)/.test(code) ? [...code.matchAll(/(?<=^|\s)--[a-z-]+/g)].map(([option]) => option) : []));

const KNOWN_OPTIONS: ReadonlySet<string> = new Set([
  ...COMMANDS.flatMap(({ options }) => [...options, ...GLOBAL_OPTIONS]).flatMap(({ name, flags }) => [`--${name}`, ...(/--[a-z-]+/.exec(flags) ?? [])]),
  "--help",
  "--version",
  "--color",
  "--no-color",
]);

const codesOf = (page: Page): readonly string[] => [...proseOf(page).matchAll(/\bCHR-[A-Z-]+[A-Z]\b/g)].map(([code]) => code);
