import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import type { ReviewDocument } from "../../src/plan/review/review-document.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { siretOf } from "../support/siret-of.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

interface Repository {
  readonly cwd: string;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly commit: (message?: string) => void;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  /** `plan --against HEAD` as JSON. */
  readonly review: (...args: readonly string[]) => Promise<ReviewDocument>;
}

/** A real repository with one commit. No variable, no secret and no trust is given. */
const repository = async (example: string, files: Readonly<Record<string, string>> = {}): Promise<Repository> => {
  const cwd = await workIn(example);
  const write = (name: string, text: string) => writeFile(join(cwd, name), text);
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const git = (...args: readonly string[]) => execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@exemple.fr", ...args], { cwd, stdio: "ignore" });
  const commit = (message = "changement") => {
    git("add", "-A");
    git("commit", "-q", "-m", message);
  };
  git("init", "-q");
  commit("début");
  const run = (...args: readonly string[]) => chorus(args, { cwd });
  return {
    cwd,
    write,
    commit,
    run,
    review: async (...args) => {
      const ran = await run("plan", "--against", "HEAD", "--format", "json", ...args);
      expect(ran).toMatchObject({ code: 0 });
      return JSON.parse(ran.stdout) as ReviewDocument;
    },
  };
};

const WITHOUT_NANTES = DIRECT.replace("  nantes: 73282932000090\n", "");

const SIRETS = Array.from({ length: 60 }, (_, index) => siretOf(index));

const csvOf = (rows: readonly string[]): string => `code;siret;nom;login;etat;date;remplace\n${rows.join("\n")}\n`;

const client = (index: number, more: Partial<Record<"etat" | "date" | "remplace" | "siret", string>> = {}): string =>
  `C${String(index).padStart(5, "0")};${more.siret ?? SIRETS[index]};Client ${index};;${more.etat ?? "actif"};${more.date ?? ""};${more.remplace ?? ""}`;

const CLIENTS = Array.from({ length: 40 }, (_, index) => client(index));

describe("plan --against", () => {
  it("shows the structure that a change adds, and counts the rest", async () => {
    const { write, review, run } = await repository("examples/direct", { "chorus.config.yaml": WITHOUT_NANTES });
    await write("chorus.config.yaml", DIRECT);
    const found = await review();
    expect(found.subjects.filter(({ kind }) => kind === "structure")).toMatchObject([{ name: "nantes", change: "added", identifiant: "73282932000090" }]);
    for (const { items } of found.steps.added) for (const { address } of items) expect(address).toContain("nantes");
    expect(found.steps.added.map(({ action }) => action)).toContain("open-espace");
    expect(found.unchanged.steps).toBeGreaterThan(3);
    expect(found.stops).toEqual([]);
    for (const language of ["fr", "en"]) {
      const text = await run("plan", "--against", "HEAD", "--lang", language);
      expect(text.stdout.replaceAll(/[0-9a-f]{16}/g, "EMPREINTE")).toMatchSnapshot(`text, ${language}`);
      const markdown = await run("plan", "--against", "HEAD", "--lang", language, "--format", "markdown");
      expect(markdown.stdout.replaceAll(/[0-9a-f]{16}/g, "EMPREINTE")).toMatchSnapshot(`markdown, ${language}`);
    }
  });

  it("shows nothing where nothing changes, also where there is much to do", async () => {
    const { review, run } = await repository("examples/direct", { "chorus.config.yaml": DIRECT });
    expect(await review()).toMatchObject({ subjects: [], steps: { added: [], changed: [], removed: [] }, unobserved: 0 });
    expect((await run("plan", "--against", "HEAD")).stdout).toContain("Rien ne change.");
    expect((await run("plan", "--against", "HEAD", "--detailed-exitcode")).code).not.toBe(2);
  });

  it("shows what a word takes off the list", async () => {
    const { review, run } = await repository("examples/direct", { "chorus.config.yaml": DIRECT });
    await run("attest", "production/espace/nantes/raccordements", "--by", "Camille", "--seen", "vu à l'écran");
    const found = await review();
    expect(found.subjects).toEqual([]);
    expect(found.steps.removed.flatMap(({ items }) => items.map(({ address }) => address))).toEqual(["production/espace/nantes/raccordements"]);
    expect(found.steps.added).toEqual([]);
  });

  it("shows another SIRET, and a value that is typed otherwise", async () => {
    const { write, review } = await repository("examples/direct", { "chorus.config.yaml": DIRECT });
    await write("chorus.config.yaml", DIRECT.replace("73282932000090", "73282932000108").replace("Service intégration", "Équipe API"));
    const found = await review();
    expect(found.subjects.find(({ name }) => name === "nantes")).toMatchObject({ change: "identifier", before: "73282932000090", identifiant: "73282932000108" });
    expect(found.steps.changed.map(({ action }) => action)).toContain("declare-raccordement");
    expect(found.steps.added).toEqual([]);
  });

  it.each(["latin1", "utf16le"] as const)("reads a list as spreadsheets write it, in %s, at a revision as from the disk", async (encoding) => {
    const { cwd, review, commit } = await repository("examples/concentrateur");
    const listOf = (names: readonly string[]): Buffer =>
      Buffer.from(`${encoding === "utf16le" ? "\uFEFF" : ""}${csvOf(names.map((name, index) => client(index).replace(/^[^;]*/, name)))}`, encoding);
    await writeFile(join(cwd, "clients.csv"), listOf(["Éluard", "Maïs"]));
    commit();
    expect(await review()).toMatchObject({ subjects: [], steps: { added: [], changed: [], removed: [] } });
    await writeFile(join(cwd, "clients.csv"), listOf(["Éluard", "Maïs", "Noël"]));
    const found = await review();
    expect(new Set(found.subjects.map(({ change }) => change))).toEqual(new Set(["added"]));
    expect(found.subjects.filter(({ kind }) => kind === "structure")).toMatchObject([{ name: "Noël" }]);
  });

  it("asks for nothing where only a name changes", async () => {
    const { write, review } = await repository("examples/direct", { "chorus.config.yaml": DIRECT });
    await write("chorus.config.yaml", `${DIRECT.replace("  nantes:", "  loire:")}moved: [{ from: nantes, to: loire }]\n`);
    expect(await review()).toMatchObject({ subjects: [], steps: { added: [], changed: [], removed: [] } });
  });

  it("is bounded by the change, whatever the backlog", async () => {
    const { write, run, review } = await repository("examples/concentrateur", { "clients.csv": csvOf(CLIENTS) });
    const before = await run("plan", "--offline");
    const changed = [...CLIENTS.slice(0, 39), client(39, { etat: "sortant", date: "2026-12-31" })];
    await write("clients.csv", csvOf([...changed, ...[40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51].map((index) => client(index)), client(52, { remplace: "C00039" })]));
    const { stdout } = await run("plan", "--against", "HEAD", "--format", "markdown");
    expect(before.stdout.length).toBeGreaterThan(stdout.length * 2);
    expect(stdout).toContain("12 clients");
    expect(stdout).toContain("1 sortant");
    expect(stdout).toContain("1 changement de SIRET");
    expect(stdout).toMatch(/Déjà connu, inchangé : \d+ étapes ouvertes/);
    const found = await review();
    const steps = [...found.steps.added, ...found.steps.changed, ...found.steps.removed].flatMap(({ items }) => items.map(({ address }) => address));
    for (const address of steps) expect(address).toMatch(/C000(39|4\d|5[0-2])/);
  });

  it("takes everything for new where the revision has no configuration, and refuses one that is none", async () => {
    const { review, write, run, commit } = await repository("examples/direct", { "chorus.config.yaml": "version: [" });
    await write("chorus.config.yaml", DIRECT);
    const found = await review();
    expect(found.subjects.every(({ change }) => change === "added")).toBe(true);
    expect(found.unchanged.steps).toBe(0);
    commit();
    for (const revision of ["nowhere", "--output=x", "HEAD~7"]) {
      const ran = await run("plan", `--against=${revision}`);
      expect(ran.code).toBe(1);
      expect(ran.stderr).toContain("CHR-USAGE");
    }
  });
});

describe("a stranger's change", () => {
  it("is reviewed without a secret, without trust and without a request, whatever it asks for", async () => {
    const { cwd, write, run } = await repository("examples/direct", { "chorus.config.yaml": DIRECT });
    const command = `secrets: { clientSecret: { command: [touch, "${join(cwd, "pwned")}"] }, password: { file: /etc/hostname } }`;
    const { simulator } = await practise(directBut());
    const endpoints = `environments: { production: { endpoints: { oauth: "${simulator.url}", api: "${simulator.url}" } } }`;
    for (const more of [command, endpoints]) {
      await write("chorus.config.yaml", `${DIRECT}${more}\n`);
      for (const args of [["plan", "--offline"], ["plan", "--against", "HEAD"]]) {
        const ran = await run(...args, "--output", "markdown=comment.md");
        expect([more, args, ran.code, /CHR-[A-Z-]+/.exec(ran.stderr)?.[0]]).toEqual([more, args, 0, undefined]);
      }
    }
    expect(simulator.requests()).toEqual([]);
    await expect(readFile(join(cwd, "pwned"))).rejects.toThrow("ENOENT");
  });
});

describe("a change whose author may not read the state", () => {
  it("is planned on a copy of it, or on nothing, and says so; nobody is asked, whatever place the change names", async () => {
    const { cwd, write, commit, run } = await repository("examples/direct", { "chorus.config.yaml": WITHOUT_NANTES });
    const { simulator, variables } = await practise(directBut());
    await chorus(["refresh"], { cwd, variables: { ...variables, ...SECRETS } });
    expect(await run("state", "pull", "--out", "copy.jsonl")).toMatchObject({ code: 0 });
    await rm(join(cwd, "chorus.state.jsonl"));
    const asked = simulator.requests().length;
    const elsewhere = `state: { http: { address: "${simulator.url}/state", token: { env: CI_JOB_TOKEN } } }\n`;
    await write("chorus.config.yaml", `${WITHOUT_NANTES}${elsewhere}`);
    await rm(join(cwd, ".chorus"), { recursive: true });
    commit();
    await write("chorus.config.yaml", `${DIRECT}${elsewhere}`);
    const job = { cwd, variables: { CI_JOB_TOKEN: "canary-token-71f2", CHORUS_TRUST: "loopback" }, secrets: ["canary-token-71f2"] };
    expect((await run("plan", "--against", "HEAD")).stderr).toContain("CHR-STATE-TRUST");

    const reviewed = await chorus(["plan", "--against", "HEAD", "--state", "copy.jsonl", "--output", "json", "--output", "markdown=comment.md"], job);
    expect(reviewed, reviewed.stderr).toMatchObject({ code: 0 });
    const found = JSON.parse(reviewed.stdout) as ReviewDocument;
    expect(found.state).toBe("copy");
    for (const { items } of found.steps.added) for (const { address } of items) expect(address).toContain("nantes");
    expect(await readFile(join(cwd, "comment.md"), "utf8")).toContain("sur une copie de l'état, la dernière preuve du");

    const blind = await chorus(["plan", "--state", "none", "--output", "text", "--output", "json=plan.json", "--output", "markdown=comment.md"], job);
    expect(blind).toMatchObject({ code: 0 });
    expect(blind.stdout).toContain("hors ligne et sans l'état");
    expect(await readFile(join(cwd, "comment.md"), "utf8")).toContain("sans l'état : les étapes sont celles que la configuration demande, même déjà faites");
    expect(JSON.parse(await readFile(join(cwd, "plan.json"), "utf8"))).toMatchObject({ offline: true, state: "none" });
    expect((await chorus(["plan", "--against", "HEAD", "--state", "none", "--lang", "en"], job)).stdout).toContain("without the state");

    expect((await chorus(["plan", "--state", "nowhere.jsonl"], job)).stderr).toMatch(/CHR-[A-Z-]+NOT-FOUND/);
    expect(simulator.requests()).toHaveLength(asked);
  });
});

describe("what must not go on", () => {
  it("stops where more than one structure in five would end, tells why in every output, and says what lets it", async () => {
    const { cwd, write, run } = await repository("examples/concentrateur", { "clients.csv": csvOf(CLIENTS) });
    await write("clients.csv", csvOf(CLIENTS.map((row, index) => (index < 9 ? client(index, { etat: "sortant", date: "2030-12-31" }) : row))));
    const stopped = await run("plan", "--against", "HEAD", "--output", "markdown=comment.md", "--output", "json=review.json", "--output", "github=log.txt");
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain("CHR-CHANGE-ENDS");
    expect(stopped.stderr).toContain("--allow-ends");
    expect(await readFile(join(cwd, "comment.md"), "utf8")).toContain("Arrêt : 9 des 41 structures");
    expect(JSON.parse(await readFile(join(cwd, "review.json"), "utf8"))).toMatchObject({ stops: [{ stop: "ends", environment: "production", ended: 9, of: 41 }] });
    expect(await readFile(join(cwd, "log.txt"), "utf8")).toMatch(/^::notice [^\n]*\n::error title=[^\n]*\(CHR-CHANGE-ENDS\)::/);
    expect(await run("plan", "--against", "HEAD", "--allow-ends")).toMatchObject({ code: 0 });
  });

  it("counts those that are declared no more, and lets a few go", async () => {
    const { write, run } = await repository("examples/concentrateur", { "clients.csv": csvOf(CLIENTS) });
    await write("clients.csv", csvOf(CLIENTS.slice(9)));
    expect((await run("plan", "--against", "HEAD")).stderr).toContain("CHR-CHANGE-ENDS");
    await write("clients.csv", csvOf(CLIENTS.slice(8)));
    expect(await run("plan", "--against", "HEAD")).toMatchObject({ code: 0 });
    const few = await repository("examples/concentrateur", { "clients.csv": csvOf(CLIENTS.slice(0, 6)) });
    await few.write("clients.csv", csvOf(CLIENTS.slice(0, 2)));
    expect(await few.run("plan", "--against", "HEAD")).toMatchObject({ code: 0 });
  });

  it("stops beyond --max-changes", async () => {
    const { write, run } = await repository("examples/concentrateur", { "clients.csv": csvOf(CLIENTS) });
    await write("clients.csv", csvOf([...CLIENTS, client(40), client(41)]));
    const stopped = await run("plan", "--against", "HEAD", "--max-changes", "1");
    expect(stopped.code).toBe(1);
    const changes = /--max-changes (\d+)\./.exec(stopped.stderr)?.[1] ?? "";
    expect(await run("plan", "--against", "HEAD", "--max-changes", changes)).toMatchObject({ code: 0 });
    expect((await run("plan", "--against", "HEAD", "--max-changes", "many")).stderr).toContain("CHR-USAGE");
  });
});

describe("what was reviewed", () => {
  it("is applied resource by resource; what is new since is held back, and another plan is refused", async () => {
    const { cwd, write, run } = await repository("examples/direct", { "chorus.config.yaml": WITHOUT_NANTES });
    const { variables } = await practise(directBut());
    const live = (...args: readonly string[]) => chorus(args, { cwd, variables: { ...variables, ...SECRETS } });
    await write("chorus.config.yaml", DIRECT);
    const reviewed = await run("plan", "--against", "HEAD", "--out", "plan.json", "--output", "markdown");
    const digest = /Empreinte du plan : ([0-9a-f]{16})/.exec(reviewed.stdout)?.[1] ?? "";
    const refused = await live("apply", "plan.json", "--reviewed", "0000000000000000");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("CHR-PLAN-DIGEST");
    expect((await live("apply", "--reviewed", digest)).stderr).toContain("CHR-USAGE");

    await write("chorus.config.yaml", `${DIRECT}  brest: 73282932000108\n`);
    const applied = await live("apply", "plan.json", "--reviewed", digest, "--output", "text", "--output", "ndjson=events.ndjson");
    expect(applied.code).toBe(0);
    expect(applied.stdout).toMatch(/brest, .*retenu, la configuration a changé/);
    expect(applied.stdout).toMatch(/nantes, .*prouvé/);
    const plan = JSON.parse((await live("plan", "--offline", "--format", "json")).stdout) as PlanDocument;
    expect(plan.resources.find(({ address }) => address === "production/structure/nantes")?.status).toBe("in-order");
    expect(plan.resources.find(({ address }) => address === "production/structure/brest")?.status).not.toBe("in-order");
  });
});
