import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { validate } from "../../src/config/validators/report.gen.js";
import type { ReportDocument } from "../../src/plan/report/report-document.ts";
import { chorus, workIn } from "./support.ts";

it("writes the form that the file's name says, and nothing else", async () => {
  const cwd = await workIn("examples/direct");
  const before = await readdir(cwd);
  for (const [file, begins] of [["report.html", "<!doctype html>"], ["report.md", "# Raccordement à Chorus Pro"], ["report.json", '{\n"format": "chorus-report"']] as const) {
    const ran = await chorus(["report", "--out", file], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: "" });
    expect(ran.stderr).toContain(file);
    expect((await readFile(join(cwd, file), "utf8")).startsWith(begins)).toBe(true);
  }
  expect((await readdir(cwd)).toSorted()).toEqual([...before, "report.html", "report.json", "report.md"].toSorted());
});

it.each(["direct", "concentrateur", "editeur"])("prints what its schema describes, each structure with all that it rests on: %s", async (example) => {
  const cwd = await workIn(`examples/${example}`);
  const ran = await chorus(["report"], { cwd });
  const report = JSON.parse(ran.stdout) as ReportDocument;
  expect([validate(report), validate.errors]).toEqual([true, null]);
  for (const { subject, cells, shares, mark } of report.rows) {
    if (subject !== "structure") continue;
    const kinds = [...cells, ...(shares === undefined ? [] : (report.shared[shares] ?? []))].map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["compte-piste", "application", "cgu", "subscription", "credentials", "structure"]));
    expect(["proven", "inferred", "attested"]).not.toContain(mark);
  }
});

it("takes a form, a language, an environment and a target, also by their variables", async () => {
  const cwd = await workIn("examples/direct");
  const english = await chorus(["report", "--format", "markdown", "--lang", "en", "--env", "production"], { cwd });
  expect(english.stdout).toContain("# Onboarding to Chorus Pro");
  expect(english.stdout).not.toContain("qualification");
  const one = await chorus(["report", "--target", "production/structure/lyon"], { cwd, variables: { CHORUS_FORMAT: "json" } });
  expect((JSON.parse(one.stdout) as ReportDocument).rows.map(({ name }) => name)).toContain("lyon");
  expect(await chorus(["report", "--target", "production/structure/nowhere"], { cwd })).toMatchObject({ code: 1, stdout: "" });
  expect((await chorus(["report", "--out", "nowhere/report.html"], { cwd })).stderr).toContain("CHR-USAGE");
});

it("makes no markup, no link and no mention of a client's name", async () => {
  const cwd = await workIn("examples/concentrateur");
  const csv = join(cwd, "clients.csv");
  const hostile = "<img src=x> | [a](http://b) http://c www.d.fr @team `e` **f**";
  await writeFile(csv, (await readFile(csv, "utf8")).replace("Menuiserie exemple", hostile));
  const { stdout } = await chorus(["report", "--format", "markdown"], { cwd });
  const line = stdout.split("\n").find((one) => one.includes("C00417")) ?? "";
  expect(line.split(/(?<!\\)\|/)).toHaveLength(6);
  expect(line).toContain(String.raw`\<img src=x\> \| \[a\]\(http\://b\) http\://c www\.d.fr \@<!-- -->team \`e\` \*\*f\*\*`);
  const html = await chorus(["report", "--format", "html"], { cwd });
  expect(html.stdout).not.toContain("<img");
});

it("holds nothing of the file of people that stays outside of Git", async () => {
  const cwd = await workIn("examples/concentrateur");
  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, (await readFile(config, "utf8")).replace("../prive/gestionnaires.csv", "gestionnaires.csv"));
  await writeFile(join(cwd, "gestionnaires.csv"), "code;nom;email;telephone\nC00417;Camille Secret;camille.secret@exemple.fr;+33 4 72 99 99 99\n");
  for (const format of ["html", "markdown", "json"]) expect((await chorus(["report", "--format", format], { cwd })).stdout).not.toMatch(/secret@|Camille Secret|72 99 99/i);
});
