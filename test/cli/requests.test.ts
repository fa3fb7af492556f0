import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { chorus, workIn } from "./support.ts";

const HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>';

/** The concentrateur's example, with who the gestionnaires are in a file outside of it. */
const working = async (): Promise<string> => {
  const cwd = join(await workIn("examples/concentrateur"));
  const people = join(cwd, "../prive/gestionnaires.csv");
  await mkdir(dirname(people), { recursive: true });
  await writeFile(people, `code;nom;email;telephone\nC00417;"${HOSTILE.replaceAll('"', '""')}";m@exemple.fr;\n`);
  return cwd;
};

const planned = async (cwd: string): Promise<PlanDocument> => JSON.parse((await chorus(["plan", "--offline", "--format", "json"], { cwd })).stdout);

it("asks, reminds, notes what came of it, and shows it in the plan", async () => {
  const cwd = await working();
  const by = ["--by", "Camille Durand"];
  const address = "production/compte-technique/C00417";
  const asked = await chorus(["ask", address, ...by], { cwd });
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining(`${address} : demandé, noté par Camille Durand`) });
  const again = await chorus(["ask", address, ...by], { cwd });
  expect(again.code).toBe(1);
  expect(again.stderr).toContain("CHR-NOTHING-TO-ASK");
  expect((await chorus(["note", address, "--blocked", "gp-inconnu", "--note", "parti en retraite", ...by], { cwd })).code).toBe(0);
  const item = (await planned(cwd)).steps.flatMap(({ items }) => items).find((one) => one.address === address);
  expect(item?.request).toMatchObject({ state: "blocked", reason: "gp-inconnu", note: "parti en retraite" });
  const text = await chorus(["plan", "--offline", "--actor", "C00417"], { cwd, variables: { COLUMNS: "200" } });
  expect(text.stdout).toMatch(/Demande bloqué depuis le \d\d\/\d\d\/\d{4} \(gp-inconnu\)/);
  expect((await chorus(["ask"], { cwd })).stderr).toContain("CHR-USAGE");
  expect((await chorus(["note", address, "--done", "--refused", ...by], { cwd })).stderr).toContain("CHR-USAGE");
  expect((await readFile(join(cwd, "chorus.requests.jsonl"), "utf8")).trim().split("\n")).toHaveLength(2);
});

it("writes to each client what he has to do and nothing else, and lets no name become markup or a formula", async () => {
  const cwd = await working();
  for (const format of ["text", "markdown", "html"]) {
    const ran = await chorus(["worklist", "--each", "client", "--out", format, "--format", format], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: "" });
  }
  // The message to C01289, which replaces C01288, tells both in their order.
  expect(await readdir(join(cwd, "html"))).toEqual([".chorus-worklists.json", "C00417.html", "C00932.html", "C01289.html"]);
  const read = (name: string) => readFile(join(cwd, name), "utf8");
  const [html, markdown, text] = [await read("html/C00417.html"), await read("markdown/C00417.md"), await read("text/C00417.txt")];
  expect(html).not.toContain("<script");
  expect(markdown).not.toContain("<script>");
  expect(text).toContain(`Bonjour ${HOSTILE},`);
  expect(text).toContain("https://depot.exemple-gestion.fr/chorus/C00417");
  expect(text).toContain("comptez 5 min");
  expect(text).not.toContain("C00932");
  expect(text).not.toContain("chorus attest");
  expect(text.replaceAll(/\n {2,}/g, " ")).toContain("TECH_1_12345678200010@cpro.fr");
  expect(text).toMatch(/^À : m@exemple\.fr\nObjet : /);
  for (const one of [html, markdown]) expect(one).not.toMatch(/m@exemple\.fr/);
  const other = await read("text/C00932.txt");
  expect(other).toContain("Bonjour,");
});

it("puts worklists into a table without formulas, and writes to one actor on the screen", async () => {
  const cwd = await working();
  const csv = await chorus(["worklist", "--actor", "C00417", "--format", "csv"], { cwd });
  const rows: readonly (readonly string[])[] = parse(csv.stdout, { delimiter: ";", bom: true });
  expect(rows[0]).toEqual(["pour", "nom", "courriel", "téléphone", "numéro", "où", "étape", "comment"]);
  expect(rows.slice(1).every(([name]) => name === "C00417")).toBe(true);
  expect(rows.slice(1).every(([, nom, email]) => nom === `'${HOSTILE}` && email === "m@exemple.fr")).toBe(true);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const english = await chorus(["worklist", "--actor", "C00417", "--lang", "en"], { cwd });
  expect(english.stdout).toContain("Never send a password by e-mail");
  expect((await chorus(["worklist"], { cwd })).stderr).toContain("CHR-USAGE");
  expect((await chorus(["worklist", "--each", "client"], { cwd })).stderr).toContain("CHR-USAGE");
});

it.each([["worklist"], ["ask", "--by", "Camille Durand"]])("does not tell somebody whom it does not know that nothing is left to do: %s", async (...command) => {
  const cwd = await working();
  const ran = await chorus([...command, "--actor", "nobody"], { cwd });
  expect(ran).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-USAGE") });
  expect(ran.stderr).toContain("Menuiserie exemple");
});

it("notes nobody whom a word of another's name meant, and refuses a word that several people have", async () => {
  const cwd = await working();
  const clients = join(cwd, "clients.csv");
  const [header = "", ...rows] = (await readFile(clients, "utf8")).split("\n");
  await writeFile(clients, [header, ...rows.map((row) => row.replace("Imprimerie exemple", "Imprimerie C00417"))].join("\n"));
  const by = ["--by", "Camille Durand"];
  const one = await chorus(["ask", "--actor", "C00417", ...by], { cwd });
  expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining("/C00417") });
  expect(one.stdout).not.toContain("C00932");
  for (const command of [["ask", ...by], ["worklist"]]) {
    const several = await chorus([...command, "--actor", "exemple"], { cwd });
    expect(several, command[0]).toMatchObject({ code: 1, stdout: "" });
    expect(several.stderr).toContain("« exemple » désigne plusieurs personnes");
    expect(several.stderr.replaceAll(/\s+/g, " ")).toContain("C00417 (Menuiserie exemple)");
  }
  expect((await chorus(["worklist", "--actor", "gestionnaire"], { cwd })).code).toBe(0);
  expect((await chorus(["ask", "--actor", "gestionnaire", ...by], { cwd })).stderr).toContain("désigne plusieurs personnes");
});

it("asks an éditeur's client for what is the client's, once nothing of ours comes first", async () => {
  const cwd = await workIn("examples/editeur");
  const by = ["--by", "Camille Durand"];
  const steps = (await planned(cwd)).steps;
  const requests = steps.flatMap(({ action, actor, items }) => items.flatMap(({ address, request }) => (request === undefined ? [] : [{ action, actor, address, request }])));
  const of = (address: string) => requests.find((one) => one.address === address);
  expect(of("production/application/C00417")).toBeUndefined();
  expect(of("production/application/C01004")).toMatchObject({ actor: { role: "piste", client: "C01004" }, request: { state: "to-send" } });
  expect(of("production/raccordement/C00417/C00417")?.request.waitsFor).toBeDefined();
  expect(of("production/raccordement/C01004/C01004")?.request.waitsFor).toBeUndefined();

  const ours = await chorus(["ask", "production/application/C00417", ...by], { cwd });
  expect(ours).toMatchObject({ code: 1, stderr: expect.stringContaining("à faire chez nous") });
  const early = await chorus(["ask", "production/raccordement/C00417/C00417", ...by], { cwd });
  expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining("attend production/application/C00417") });
  const some = await chorus(["ask", "--actor", "C00417", ...by], { cwd });
  expect(some.code).toBe(0);
  expect(some.stdout).toMatch(/demandes? attend(ent)? une étape de quelqu'un d'autre/);
  expect(some.stdout).not.toContain("production/raccordement/");
  expect(some.stdout).not.toContain("chorus apply");
  const all = await chorus(["ask", "--actor", "C01004", ...by], { cwd });
  expect(all.stdout).toContain("production/application/C01004 : demandé");
  expect(all.stdout).toContain("production/raccordement/C01004/C01004 : demandé");
  expect((await chorus(["config"], { cwd })).stdout).toContain("client: C01004");
});

it("keeps secrets out of the journal", async () => {
  const cwd = await working();
  const address = "production/compte-technique/C00417";
  for (const command of [
    ["ask", address, "--note", "mot de passe : Kq7x9M2(abcd4"],
    ["ask", "--actor", "C00417", "--note", "TECH_1_12345678200010@cpro.fr Kq7x9M2(abcd4"],
    ["note", address, "--note", "mdp Kq7x9M2(abcd4"],
    ["note", address, "--blocked", "mot de passe Kq7x9M2(abcd4"],
    ["note", address, "--refused", "--note", "password: Kq7x9M2(abcd4"],
  ]) {
    const ran = await chorus([...command, "--by", "Camille Durand"], { cwd });
    expect(ran, command.join(" ")).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-EVIDENCE-SECRET") });
    expect(ran.stderr).not.toContain("Kq7x9M2");
  }
  expect(await readdir(cwd)).not.toContain("chorus.requests.jsonl");
});

it("notes one outcome, for a reason that is one, and leads to the way around", async () => {
  const cwd = await working();
  const address = "production/compte-technique/C00417";
  const noting = (...options: readonly string[]) => chorus(["note", address, ...options, "--by", "Camille Durand"], { cwd, variables: { COLUMNS: "200" } });
  expect((await noting("--blocked", " ")).stderr).toContain("« --blocked » attend une valeur");
  expect((await noting("--refused", "--blocked", "gp-left")).stderr).toContain("--refused, --blocked ne vont pas ensemble");
  expect((await noting("--note", " ")).stderr).toContain("CHR-USAGE");
  const free = await noting("--blocked", "congés");
  expect(free.stdout).toContain("gp-unknown, gp-left");
  const known = await noting("--blocked", "gp-left");
  expect(known.stdout).toContain(`chorus guide ${address} --blocked gp-left`);
  expect(known.stdout).not.toContain("chorus apply");
  const plan = await chorus(["plan", "--offline", "--actor", "C00417"], { cwd, variables: { COLUMNS: "200" } });
  expect(plan.stdout).toContain(`chorus guide ${address} --blocked gp-left`);
  expect((await chorus(["guide", address, "--blocked", "gp-left"], { cwd })).code).toBe(0);
  const due = await chorus(["status", "--due", "1d", "--target", address], { cwd, variables: { COLUMNS: "200" } });
  expect(due).toMatchObject({ code: 2, stdout: expect.stringContaining("refusé ou bloqué : suite à décider") });
});
