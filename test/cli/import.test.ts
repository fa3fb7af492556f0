import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { chorus, workIn, type Ran } from "./support.ts";

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
};

const EXPORT = [
  "sep=;",
  "Réf. client;N° SIRET;Raison sociale;Ville;Statut;Date de sortie;;",
  "C1;123 456 782 00010;Menuiserie Lefèvre;Lyon;Active;;;",
  "C2;1234567400019;Mairie;Metz;sortant;31/12/2026;;",
  ";;;;;;;",
  'C3;="12345678200028";Atelier;;;;;',
  "C3;12345678200028;Atelier;Brest;;;;",
];

const ROWS = [
  { line: 3, code: "C1", siret: "12345678200010", nom: "Menuiserie Lefèvre", etat: "actif", was: { siret: "123 456 782 00010", etat: "Active" } },
  { line: 4, code: "C2", siret: "01234567400019", nom: "Mairie", etat: "sortant", date: "2026-12-31", was: { siret: "1234567400019", date: "31/12/2026" } },
  { line: 6, code: "C3", siret: "12345678200028", nom: "Atelier", was: {} },
];

/** Each byte of a page of 256 characters; of Mac's only those that are used here. */
const MAC: Readonly<Record<string, number>> = { é: 0x8e, è: 0x8f, "°": 0xa1 };
const inPage = (text: string, page?: Readonly<Record<string, number>>): Buffer =>
  Buffer.from(Array.from(text, (character) => page?.[character] ?? character.charCodeAt(0)));

const be = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

describe("whatever a spreadsheet writes becomes the same list", () => {
  it.each<readonly [string, (lines: readonly string[]) => Buffer]>([
    ["UTF-8", (lines) => Buffer.from(lines.join("\n"))],
    ["UTF-8 with a mark", (lines) => Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`)],
    ["UTF-16 LE", (lines) => Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf16le")],
    ["UTF-16 BE", (lines) => be(lines.join("\r\n"))],
    ["windows-1252", (lines) => inPage(lines.join("\r\n"))],
    ["Mac, carriage returns", (lines) => inPage(lines.join("\r"), MAC)],
    ["tabs", (lines) => Buffer.from(lines.map((line) => line.replaceAll(";", "\t")).join("\r\n"))],
    ["commas", (lines) => Buffer.from(lines.map((line) => line.replaceAll(";", ",")).join("\r\n"))],
  ])("%s", async (_name, encode) => {
    const cwd = await folder();
    await writeFile(join(cwd, "export.csv"), encode(EXPORT));
    const ran = await chorus(["import", "csv", "export.csv", "--zeros", "--format", "json"], { cwd });
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.stdout)).toMatchObject({ left: ["Ville"], rows: ROWS, repeated: [{ line: 7, first: 6 }], diagnostics: [] });
  });
});

it("names what a spreadsheet broke by row and column, and writes nothing", async () => {
  const cwd = await folder();
  await writeFile(join(cwd, "export.csv"), "code;siret\nC1;1,23457E+13\nC2;1234567400019\nC3;12345678200011\nC4;12345678200010\nC5;12345678200010\nC4;12345678200028\n");
  const ran = await chorus(["import", "csv", "export.csv", "--out", "clients.csv", "--lang", "en"], { cwd });
  expect(ran.code).toBe(1);
  expect(codesOf(ran)).toEqual([
    "export.csv:2:4 CHR-CSV-NUMBER",
    "export.csv:3:4 CHR-SIRET-FORM",
    "export.csv:4:4 CHR-SIRET-KEY",
    "export.csv:6:4 CHR-IDENTIFIER-TWICE",
    "export.csv:7:1 CHR-CSV-CODE-TWICE",
  ]);
  expect(ran.stderr).toContain("Nothing was written: 5 things to mend");
  expect(ran.stderr).toContain("--zeros");
  await expect(readFile(join(cwd, "clients.csv"))).rejects.toThrow("ENOENT");
});

it("takes columns by the names that it is told, a SIRET as the code too", async () => {
  const cwd = await folder();
  await writeFile(join(cwd, "export.csv"), "Tiers,Contact,Siret\nAtelier,Camille,12345678200010\n");
  const ran = await chorus(["import", "csv", "export.csv", "--map", "nom=tiers", "--map", "code=siret", "--out", "clients.csv"], { cwd });
  expect(ran.code).toBe(0);
  expect(await readFile(join(cwd, "clients.csv"), "utf8")).toBe("code;siret;nom\n12345678200010;12345678200010;Atelier\n");
  expect(await chorus(["import", "csv", "export.csv", "--map", "code=Numéro"], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining("Numéro") as string });
  expect(await chorus(["import", "csv", "export.csv", "--map", "ville=Tiers"], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-USAGE") as string });
});

it("lets a list grow, and lose nothing", async () => {
  const cwd = await workIn("examples/concentrateur");
  const before = await readFile(join(cwd, "clients.csv"), "utf8");
  await writeFile(join(cwd, "export.csv"), "client;siret\nNOUVEAU;12345678200036\n");
  const refused = await chorus(["import", "csv", "export.csv", "--out", "clients.csv"], { cwd });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("CHR-IMPORT-LOSES");
  expect(refused.stderr).toContain("C00417");
  expect(await readFile(join(cwd, "clients.csv"), "utf8")).toBe(before);
  await writeFile(join(cwd, "export.csv"), `${before}NOUVEAU;12345678200036${";".repeat((before.split("\n")[0]?.split(";").length ?? 2) - 2)}\n`);
  expect(await chorus(["import", "csv", "export.csv", "--out", "clients.csv"], { cwd })).toMatchObject({ code: 0 });
  expect((await chorus(["validate"], { cwd })).stdout).toContain("valide");
  expect(await readFile(join(cwd, "clients.csv"), "utf8")).toContain("NOUVEAU;12345678200036");
});

it("writes structures to include", async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "export.csv"), 'code;siret;nom\nrennes;12345678200010;"Agence de Rennes: ""Ouest"""\nbrest;12345678200028;\n');
  expect(await chorus(["import", "csv", "export.csv", "--out", "structures.yaml"], { cwd })).toMatchObject({ code: 0 });
  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, `${await readFile(config, "utf8")}include: [structures.yaml]\n`);
  const { stdout } = await chorus(["config", "--format", "json"], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ environments: { production: { structures: { rennes: { identifiant: "12345678200010", nom: 'Agence de Rennes: "Ouest"' }, brest: { identifiant: "12345678200028" } } } } });
  expect(await chorus(["import", "csv", "export.csv", "--out", "chorus.config.yaml"], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-IMPORT-LOSES") as string });
});

it("refuses a password and never shows it", async () => {
  const cwd = await folder();
  await writeFile(join(cwd, "export.csv"), "code;siret;memo\nC1;12345678200010;aB3(x~K9$pQ7z\n");
  const ran = await chorus(["import", "csv", "export.csv"], { cwd, secrets: ["aB3(x~K9$pQ7z"] });
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-CSV-PASSWORD") as string });
});

const codesOf = ({ stderr }: Ran): readonly string[] =>
  [...stderr.matchAll(/^(\S+:\d+:\d+) .*(CHR-[A-Z-]+)/gm)].map(([, place = "", code = ""]) => `${place} ${code}`);
