import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { chorus, workIn } from "./support.ts";

/** The concentrateur's example with other clients, and a table of gestionnaires beside them where there is one. */
const working = async (clients: string, people?: string | Uint8Array): Promise<string> => {
  const cwd = await workIn("examples/concentrateur");
  await writeFile(join(cwd, "clients.csv"), clients);
  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, (await readFile(config, "utf8")).replace("../prive/gestionnaires.csv", "gestionnaires.csv"));
  if (people !== undefined) await writeFile(join(cwd, "gestionnaires.csv"), people);
  return cwd;
};

const toEach = (cwd: string, ...more: readonly string[]) => chorus(["worklist", "--each", "client", "--out", "out", ...more], { cwd });

const messagesIn = async (cwd: string): Promise<readonly string[]> => (await readdir(join(cwd, "out"))).filter((name) => !name.startsWith("."));

const ONE = "code;siret;nom\nC00417;12345678200010;Menuiserie exemple\n";
const SIMILAR = "code;siret;nom\nMartin;12345678200010;Menuiserie Dupont\nC00932;55208123100011;Imprimerie Martin\nprincipal;38012962200011;Mairie\n";
const ALIKE = "code;siret;nom\nC 01;12345678200010;Un\nC-01;55208123100011;Deux\nc-01;38012962200011;Trois\ncon;01234567400019;Quatre\n";
const MOVING = "code;siret;nom;etat;date;remplace\nC1;12345678200010;Mairie;sortant;2026-01-01;\nC2;55208123100011;Mairie;actif;;C1\n";

describe("whose message a step belongs to", () => {
  it("tells a client's steps by his code, whatever else is called like him", async () => {
    const cwd = await working(SIMILAR);
    expect((await toEach(cwd)).stderr).toContain("3 fichiers écrits");
    expect(await messagesIn(cwd)).toEqual(["C00932.txt", "Martin.txt", "principal.txt"]);
    for (const [file, siret] of [["Martin", "12345678200010"], ["C00932", "55208123100011"], ["principal", "38012962200011"]] as const) {
      const text = await readFile(join(cwd, `out/${file}.txt`), "utf8");
      expect(text.match(/\b\d{14}\b/g)?.every((found) => found === siret)).toBe(true);
      expect(text).not.toContain("operateur");
    }
  });

  it("gives a client what is done in his own PISTE account, and our own people theirs", async () => {
    const cwd = await workIn("examples/editeur");
    await toEach(cwd);
    const own = await readFile(join(cwd, "out/C01004.txt"), "utf8");
    expect(own).toContain("api@transports-exemple.fr : compte PISTE à créer");
    expect(own.match(/^\d+(?=\. [^ ]+ )/gm)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(own).not.toMatch(/EXEMPLE-C00|piste@exemple/);
    expect(await readFile(join(cwd, "out/C00417.txt"), "utf8")).not.toContain("piste.gouv.fr");
    const ours = await chorus(["worklist", "--actor", "piste"], { cwd });
    expect(ours.stdout).toContain("EXEMPLE-C00417");
    expect(ours.stdout).not.toContain("rien à faire");
    expect(ours.stdout).toMatch(/^-{72}$/m);
    expect(await chorus(["worklist", "--actor", "piste", "--format", "html"], { cwd })).toMatchObject({ code: 1, stdout: "" });
  });

  it("puts off what waits for us, and says so", async () => {
    const cwd = await workIn("examples/editeur");
    const { stdout } = await chorus(["worklist", "--actor", "C00417"], { cwd });
    const [now = "", later = ""] = stdout.split("Plus tard : ne le faites pas encore");
    expect(now).not.toContain("raccordement à EXEMPLE-C00417");
    expect(later).toContain("raccordement à EXEMPLE-C00417, quand nous aurons fait ce qui nous revient");
  });

  it("tells a move in one message, which closes nothing before the new SIRET works", async () => {
    const cwd = await working(MOVING);
    await toEach(cwd);
    expect(await messagesIn(cwd)).toEqual(["C2.txt"]);
    const text = await readFile(join(cwd, "out/C2.txt"), "utf8");
    const [now = "", later = ""] = text.split("Plus tard : ne le faites pas encore");
    expect(now).toContain("Votre structure change de SIRET");
    expect(now).toContain("Structure 55208123100011 : compte technique à créer");
    expect(now).not.toContain("à fermer");
    expect(later).toContain("TECH_1_12345678200010@cpro.fr : compte technique à fermer, seulement quand nous aurons vérifié que le nouveau fonctionne");
    expect((await chorus(["worklist", "--actor", "C1"], { cwd })).stdout).toBe(text);
  });
});

describe("the files of the messages", () => {
  it("loses none, whatever a disk takes for the same name", async () => {
    const cwd = await working(ALIKE);
    expect((await toEach(cwd)).stderr).toContain("4 fichiers écrits");
    const names = await messagesIn(cwd);
    expect(names).toHaveLength(4);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    expect(names).not.toContain("con.txt");
    expect(names).toContain("C%2001.txt");
  });

  it("takes away the message of who has nothing to do any more, and nothing that it did not write", async () => {
    const cwd = await working(SIMILAR);
    await mkdir(join(cwd, "out"));
    await writeFile(join(cwd, "out/mine.txt"), "mine");
    await toEach(cwd);
    await toEach(cwd, "--format", "html");
    await writeFile(join(cwd, "out/Martin.txt"), "changed");
    await writeFile(join(cwd, "clients.csv"), SIMILAR.split("\n").slice(0, 1).concat("C9;12345678200010;Neuf\n").join("\n"));
    const again = await toEach(cwd);
    expect(again.stderr).toContain("1 fichier écrit");
    expect(again.stderr).toMatch(/2 messages d'avant.* retirés : C00932\.txt, principal\.txt/);
    expect(again.stderr).toMatch(/a été modifié.* : Martin\.txt/);
    expect(await messagesIn(cwd)).toEqual(["C00932.html", "C9.txt", "Martin.html", "Martin.txt", "mine.txt", "principal.html"]);
  });
});

describe("what was asked before", () => {
  const by = ["--by", "Camille Durand"];

  it("is told as a reminder, and left out once it was refused, blocked or said to be done", async () => {
    const cwd = await working(ONE);
    const address = "production/compte-technique/C00417";
    expect((await chorus(["worklist", "--actor", "C00417"], { cwd })).stdout).not.toContain("rappel");
    await chorus(["ask", address, ...by], { cwd });
    // What was noted today may well be this very message.
    expect((await chorus(["worklist", "--actor", "C00417"], { cwd })).stdout).not.toContain("rappel");
    const journal = join(cwd, "chorus.requests.jsonl");
    await writeFile(journal, (await readFile(journal, "utf8")).replace(/"at":"\d{4}-\d\d/, '"at":"2026-01'));
    expect((await chorus(["worklist", "--actor", "C00417"], { cwd })).stdout).toMatch(/Ceci est un rappel : nous vous en avons parlé le \d\d\/01\/2026/);
    await toEach(cwd);
    expect(await messagesIn(cwd)).toEqual(["C00417.txt"]);
    for (const came of [["--blocked", "gp-inconnu"], ["--unblocked"], ["--refused"], ["--done"]]) {
      await chorus(["note", address, ...came, ...by], { cwd });
      const { stdout, stderr } = await chorus(["worklist", "--actor", "C00417"], { cwd });
      expect(stdout === "", came[0]).toBe(came[0] !== "--unblocked");
      expect(stderr.includes("Rien à demander pour l'instant"), came[0]).toBe(came[0] !== "--unblocked");
    }
    expect((await toEach(cwd)).stderr).toContain("0 fichier écrit");
    expect(await messagesIn(cwd)).toEqual([]);
  });
});

describe("the table of gestionnaires", () => {
  it("is read as spreadsheets write it, and fills a table for mail merge", async () => {
    const table = "Code;Nom;E-mail;Téléphone\nC00417;Mme Renée Durand, DAF;durand@exemple.fr;+33 4 72 00 00 01\nC9;Personne;;\n";
    const cwd = await working(ONE, Uint8Array.from(table, (letter) => letter.charCodeAt(0)));
    const ran = await chorus(["worklist", "--actor", "C00417", "--format", "csv"], { cwd });
    const [row] = parse(ran.stdout, { delimiter: ";", bom: true, columns: true }) as readonly Readonly<Record<string, string>>[];
    expect(row).toMatchObject({ pour: "C00417", nom: "Mme Renée Durand, DAF", courriel: "durand@exemple.fr", téléphone: "'+33 4 72 00 00 01", numéro: "1" });
    expect(ran.stderr).toContain("un client que la configuration ne déclare pas : C9");
    expect(ran.stderr).not.toContain("Git");
  });

  it("says what is wrong with it, without what it holds", async () => {
    const cwd = await working(ONE, 'code;nom;email\nC00417;Mme "Durand;durand@exemple.fr\n');
    const broken = await chorus(["worklist", "--actor", "C00417"], { cwd });
    expect(broken).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-CSV-SYNTAX") });
    expect(broken.stderr).not.toContain("durand@");
    await writeFile(join(cwd, "gestionnaires.csv"), "code;nom;email\nC00417;Mme Durand;durand@exemple.fr\nC00417;M. Petit;petit@exemple.fr\n");
    const twice = await chorus(["worklist", "--actor", "C00417"], { cwd });
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-CSV-CODE-TWICE") });
    expect(twice.stderr).not.toMatch(/petit@|at .*\.ts:/);
    const config = join(cwd, "chorus.config.yaml");
    await writeFile(config, (await readFile(config, "utf8")).replace("gestionnaires.csv", "."));
    expect(await chorus(["worklist", "--actor", "C00417"], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-CONFIG-UNREADABLE") });
  });

  it("is told to stay outside of Git", async () => {
    const cwd = await working(ONE, "code;nom\nC00417;Mme Durand\n");
    const git = (...args: readonly string[]) => promisify(execFile)("git", args as string[], { cwd });
    await git("init", "-q");
    expect((await chorus(["worklist", "--actor", "C00417"], { cwd })).stderr).not.toContain("suivi par Git");
    await git("add", "-f", "gestionnaires.csv");
    expect((await chorus(["worklist", "--actor", "C00417"], { cwd })).stderr).toContain("gestionnaires.csv est suivi par Git");
  });
});
