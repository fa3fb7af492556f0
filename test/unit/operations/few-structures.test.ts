import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { address } from "../../../src/model/address.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import { fewStructuresOf } from "../../../src/operations/few-structures.ts";
import { openProject, type Project } from "../../../src/operations/open-project.ts";
import { planOffline } from "../../../src/operations/plan.ts";
import { selectionOf } from "../../../src/operations/selection.ts";
import type { SealedPlan } from "../../../src/plan/plan-document.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import { NO_TRUST, type Trust } from "../../../src/piste/trust.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";
import type { Files, Ports } from "../../../src/ports/ports.ts";
import { readMemory } from "../../../src/state/configuration/memory-text.ts";
import { renderPlanJson } from "../../../src/views/plan-json.ts";
import { temporaryFolder } from "../../support/files.ts";
import { postgresPlace } from "../../support/postgres-place.ts";
import { startPostgres } from "../../support/postgres.ts";
import { siretOf } from "../../support/siret-of.ts";
import { openPlace } from "../../support/store-place.ts";
import { virtualClock } from "../../support/virtual-clock.ts";

// A run about few structures reads them from what this machine remembers of the configuration: it tells what it would tell
// without, and notices every change.

const BUILD = "build-1";
const MEMORY = ".chorus/cache/configuration.jsonl";

interface Asked {
  readonly targets: readonly string[];
  readonly build?: string | undefined;
  readonly trust?: Trust;
  readonly files?: Files;
  readonly variables?: Ports["variables"];
}

interface Opened {
  readonly project: Project;
  readonly document: SealedPlan;
}

const opened = async (folder: string, { targets, build, trust = NO_TRUST, files = nodeFiles, variables = {} }: Asked): Promise<Opened> => {
  const output = { isTerminal: false, width: undefined, write: () => {} };
  const clock = virtualClock();
  const ports: Ports = {
    clock,
    files,
    variables,
    terminal: { stdout: output, stderr: output, ask: async () => undefined, converse: async () => undefined },
    randomness: { uuid: () => "lineage", fraction: () => 0.5 },
    processes: { ...nodeProcesses, run: async () => ({ exitCode: 1, stdout: "", stderr: "" }) },
    clipboard: { copy: async () => "sent" },
  };
  const few = fewStructuresOf(targets, build);
  const resourcesOf = (desired: Parameters<typeof wantedResources>[0]) => (part?: Parameters<typeof wantedResources>[2]) => wantedResources(desired, clock.now(), part);
  const project = await openProject(ports, {
    entry: join(folder, "chorus.config.yaml"),
    trust,
    live: false,
    about: (desired) => wantedResources(desired, clock.now(), selectionOf({ target: targets }, resourcesOf(desired))),
    few: few === undefined ? undefined : { ...few, least: 0 },
  });
  const selection = selectionOf({ target: targets }, resourcesOf(project.desired));
  return { project, document: sealPlan(planOffline(project, clock.now(), selection)) };
};

/** What a run tells, whether it remembers or not. */
const told = async (folder: string, asked: Asked): Promise<unknown> => {
  try {
    const { project, document } = await opened(folder, asked);
    return { warnings: project.warnings, plan: renderPlanJson(document) };
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
    return error.diagnostics.map(({ code, arguments: args }) => ({ code, args }));
  }
};

/** The same three times: without a memory, making one, and with it. */
const toldThrice = async (folder: string, asked: Asked): Promise<readonly unknown[]> => [
  await told(folder, asked),
  await told(folder, { ...asked, build: BUILD }),
  await told(folder, { ...asked, build: BUILD }),
];

const writeAll = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
};

const HEAD = 'version: 1\npiste: a@exemple.fr\napis: [factures, structures, transverses, utilisateurs]\ncontact: { nom: N, email: a@exemple.fr, telephone: "+33 4 72 00 00 01" }\ngestionnaire: { nom: G, email: g@exemple.fr }\n';

const trace = { by: "api", request: "POST /cpro/x", status: 200, correlationId: "Id-1 0", tries: 1 } as const;

type Life = "actif" | "pause" | "sortant";

/** Clients of whom some leave, rest, or replace one that leaves; sometimes in a list, sometimes in files that are included. */
const configurations = fc
  .record({
    topology: fc.constantFrom("direct" as const, "editeur" as const, "concentrateur" as const),
    lives: fc.array(fc.constantFrom<Life>("actif", "actif", "pause", "sortant"), { minLength: 2, maxLength: 7 }),
    replaces: fc.boolean(),
    isList: fc.boolean(),
    apart: fc.boolean(),
    date: fc.constantFrom("2026-01-01", "2040-01-01"),
    secret: fc.constantFrom("", "secrets: { clientId: { env: ID }, clientSecret: { command: [vault] }, password: { file: ../elsewhere } }\n"),
  })
  .map(({ topology, lives, replaces, isList, apart, date, secret }) => {
    const leaving = lives.indexOf("sortant");
    const replacing = lives.indexOf("actif");
    const successor = replaces && leaving !== -1 && replacing !== -1 ? replacing : -1;
    const inList = isList && topology !== "direct";
    const rows = lives.map((etat, index) => ({
      name: index === 1 ? "2024" : `C${index}`,
      siret: siretOf(index),
      etat,
      date: etat === "sortant" ? date : undefined,
      remplace: index === successor ? (leaving === 1 ? "2024" : `C${leaving}`) : undefined,
    }));
    const structures = rows.map(({ name, siret, etat, date: day, remplace }) =>
      `  "${name}": { identifiant: "${siret}", etat: ${etat}${day === undefined ? "" : `, date: ${day}`}${remplace === undefined ? "" : `, remplace: "${remplace}"`}${topology === "direct" ? "" : `, client: "${name}"`}, services: [A], edi: { reception: true } }\n`);
    const clients = ["code;siret;etat;date;remplace", ...rows.map(({ name, siret, etat, date: day = "", remplace = "" }) => [name, siret, etat, day, remplace].join(";")), ""].join("\n");
    const own = topology === "concentrateur" ? "application: APP\n" : topology === "direct" ? "application: APP\n" : "solution: { editeur: E, nom: S }\n";
    const entry = `${HEAD}topology: ${topology}\nespaces: [factures-emises]\n${own}${secret}${apart ? "include: [parts/*.yaml]\n" : ""}`;
    const application = topology === "editeur" ? 'application: "E-{code}", ' : "";
    const ofClients = `clients: { ${inList ? "from: clients.csv, " : ""}${application}espaces: [factures-emises], secrets: chez-le-client }\n`;
    const list = topology === "direct" ? "" : ofClients;
    const wanted = inList ? (topology === "editeur" ? "network: internet\n" : `structures:\n  operateur: ${siretOf(90)}\n`) : `structures:\n${structures.join("")}`;
    const files: Record<string, string> = { "chorus.config.yaml": `${entry}${list}${apart ? "" : wanted}` };
    if (apart) files["parts/wanted.yaml"] = `version: 1\n${wanted}`;
    if (inList) files["clients.csv"] = clients;
    return { files, names: rows.map(({ name }) => name) };
  });

describe("a memory of the configuration", () => {
  it("tells what the whole tells", async () => {
    let plans = 0;
    await fc.assert(
      fc.asyncProperty(configurations, fc.nat(6), fc.nat(3), async ({ files, names }, index, which) => {
        const folder = writeAll(files);
        const first = names[index % names.length] ?? "";
        const targets = [
          [`production/structure/${first}`],
          names.map((name) => `production/structure/${name}`),
          [`production/espace/${first}/`],
          [`production/service/${first}/A`, `production/edi/${first}`],
        ][which] ?? [];
        const [without, making, using] = await toldThrice(folder, { targets });
        expect(making).toEqual(without);
        expect(using).toEqual(without);
        if (existsSync(join(folder, MEMORY))) plans += 1;
      }),
      { numRuns: 60 },
    );
    expect(plans).toBeGreaterThan(25);
  });

  const FILES = {
    "chorus.config.yaml": `${HEAD}topology: concentrateur\napplication: APP\nespaces: [factures-emises]\ninclude: [parts/*.yaml]\nstructures:\n  operateur: ${siretOf(90)}\nclients: { from: clients.csv, espaces: [factures-emises] }\n`,
    "parts/a.yaml": `version: 1\nqualification:\n  pilote: ${siretOf(91)}\n`,
    "clients.csv": `code;siret;nom\nC1;${siretOf(1)};Un\nC2;${siretOf(2)};Deux\n`,
  };
  const ABOUT = { targets: ["production/structure/C1"] };

  it("is what the next run reads, of one structure no other", async () => {
    const folder = writeAll(FILES);
    const names = async () => Object.keys((await opened(folder, { ...ABOUT, build: BUILD })).project.desired.environments.production?.structures ?? {});
    expect(await names()).toEqual(["operateur", "C1", "C2"]);
    expect(await names()).toEqual(["C1"]);
    rmSync(join(folder, ".chorus"), { recursive: true });
    expect(await names()).toEqual(["operateur", "C1", "C2"]);
  });

  it.each<readonly [string, (folder: string) => void]>([
    ["nothing but a line at the end of the entry", (folder) => writeFileSync(join(folder, "chorus.config.yaml"), `${FILES["chorus.config.yaml"]}# \n`)],
    ["a byte of the list", (folder) => writeFileSync(join(folder, "clients.csv"), FILES["clients.csv"].replace("Un", "On"))],
    ["a byte of an included file", (folder) => writeFileSync(join(folder, "parts/a.yaml"), FILES["parts/a.yaml"].replace("pilote", "pilots"))],
    ["a new file that is included", (folder) => writeFileSync(join(folder, "parts/b.yaml"), "version: 1\nnetwork: rie\n")],
    ["an included file that has another name", (folder) => renameSync(join(folder, "parts/a.yaml"), join(folder, "parts/c.yaml"))],
    ["an included file that is gone", (folder) => rmSync(join(folder, "parts/a.yaml"))],
    ["a list that is gone", (folder) => rmSync(join(folder, "clients.csv"))],
    ["a structure that is gone", (folder) => writeFileSync(join(folder, "clients.csv"), FILES["clients.csv"].replace(/C1.*\n/, ""))],
    ["a state in which something is recorded", (folder) => writeFileSync(join(folder, "chorus.state.jsonl"), "torn")],
  ])("notices %s", async (_, change) => {
    const folder = writeAll(FILES);
    await told(folder, { ...ABOUT, build: BUILD });
    const before = await memoryOf(folder);
    expect(before).toBeDefined();
    change(folder);
    const without = await told(folder, ABOUT);
    const now = await told(folder, { ...ABOUT, build: BUILD });
    expect(now).toEqual(without);
    // What still stands is left as it is; else it was made anew, or there is an error in what it would be made of.
    if ("plan" in (now as object)) expect(await memoryOf(folder)).not.toEqual(before);
  });

  it("is another program's to make anew", async () => {
    const folder = writeAll(FILES);
    await told(folder, { ...ABOUT, build: BUILD });
    await told(folder, { ...ABOUT, build: "build-2" });
    expect(await memoryOf(folder)).toBeUndefined();
    expect(await memoryOf(folder, "build-2")).toBeDefined();
  });

  it("says what is wrong with a target as the whole does, and stays", async () => {
    const folder = writeAll(FILES);
    await told(folder, { ...ABOUT, build: BUILD });
    const before = readFileSync(join(folder, MEMORY));
    for (const target of ["production/structure/C3", "production/structure/C1/espace", "production/espace/C1/inconnu"]) {
      const without = await told(folder, { targets: [target] });
      expect(without).toMatchObject([{ code: "CHR-ADDRESS-UNKNOWN" }]);
      expect(await told(folder, { targets: [target], build: BUILD })).toEqual(without);
    }
    expect(readFileSync(join(folder, MEMORY)).equals(before)).toBe(true);
  });

  it("remembers nobody's trust", async () => {
    const folder = writeAll({ ...FILES, "chorus.config.yaml": `${FILES["chorus.config.yaml"]}secrets: { clientId: { command: [vault] }, clientSecret: { command: [vault, secret] }, password: { file: ../elsewhere } }\n` });
    const trusting = { ...NO_TRUST, commands: true };
    for (const first of [NO_TRUST, trusting]) {
      rmSync(join(folder, ".chorus"), { recursive: true, force: true });
      await told(folder, { ...ABOUT, trust: first, build: BUILD });
      expect(await memoryOf(folder)).toBeDefined();
      const counts = [];
      for (const trust of [NO_TRUST, trusting]) {
        const without = await told(folder, { ...ABOUT, trust });
        expect(await told(folder, { ...ABOUT, trust, build: BUILD })).toEqual(without);
        counts.push((without as { readonly warnings: number }).warnings);
      }
      expect(new Set(counts).size).toBe(2);
    }
  });

  it("is ignored where a byte of it is another one, or is not there", async () => {
    const folder = writeAll(FILES);
    await told(folder, { ...ABOUT, build: BUILD });
    const bytes = readFileSync(join(folder, MEMORY));
    const one = { environment: "production", name: "C1" } as const;
    const read = async (from: Uint8Array) => (await readMemory(async (at, size) => from.subarray(at, at + size), BUILD)) ?? undefined;
    const whole = await (await read(bytes))?.pieces([one]);
    expect(whole).toHaveLength(1);
    for (let at = 0; at < bytes.length; at += 1) {
      const spoilt = Uint8Array.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      for (const torn of [spoilt, bytes.subarray(0, at)]) expect(await (await read(torn))?.pieces([one])).toBeUndefined();
    }
    const without = await told(folder, ABOUT);
    for (const spoilt of ["", "{}", "\n\n\n", bytes.subarray(0, bytes.length / 2)]) {
      writeFileSync(join(folder, MEMORY), spoilt);
      expect(await told(folder, { ...ABOUT, build: BUILD })).toEqual(without);
      expect(readFileSync(join(folder, MEMORY)).equals(bytes)).toBe(true);
    }
  });

  it("is used beside a database, and holds what is recorded of anything else against the whole", async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const place = await postgresPlace(server);
    const folder = writeAll({ ...FILES, "chorus.config.yaml": `${FILES["chorus.config.yaml"]}state: ${JSON.stringify(place.location)}\nmoved: [{ from: avant, to: C1 }]\n` });
    const asked: Asked = { ...ABOUT, trust: { ...NO_TRUST, loopback: true }, variables: place.variables };
    const read = async () => Object.keys((await opened(folder, { ...asked, build: BUILD })).project.desired.environments.production?.structures ?? {}).length;
    const record = async (...names: readonly string[]) => {
      const condition = { type: "Active", status: "true", reason: "structure-active", proof: "verified", since: toInstant(0), provenAt: toInstant(0), evidence: trace } as const;
      const records = names.map((name) => address("production", "structure", name)).map((of) => ({ subject: of, record: { address: of, covers: "0123abcd", conditions: [condition] } }));
      await (await openPlace(place)).commit(records, []);
    };

    await record("C1", "C2");
    const [without, making, using] = await toldThrice(folder, asked);
    expect([making, using]).toEqual([without, without]);
    expect(await read()).toBe(1);

    // The row of an old name is read too: under the new one, it is about what the run is about.
    await record("avant");
    expect(await read()).toBe(1);
    // And so is one in which the old name stands, of a structure that is gone.
    await record("avant de partir");
    const gone = await told(folder, asked);
    expect(gone).toMatchObject([{ code: "CHR-VANISHED" }]);
    expect(await told(folder, { ...asked, build: BUILD })).toEqual(gone);
  });

  it("costs no run where its folder may not be written to, or is none", async () => {
    const folder = writeAll(FILES);
    const without = await told(folder, ABOUT);
    const refusing: Files = { ...nodeFiles, replace: async (path) => nodeFiles.replace(join(folder, "clients.csv", path), "") };
    expect(await told(folder, { ...ABOUT, build: BUILD, files: refusing })).toEqual(without);
    mkdirSync(join(folder, MEMORY), { recursive: true });
    expect(await told(folder, { ...ABOUT, build: BUILD })).toEqual(without);
    expect(statSync(join(folder, MEMORY)).isDirectory()).toBe(true);
  });
});

const memoryOf = async (folder: string, build = BUILD): Promise<unknown> => {
  const path = join(folder, MEMORY);
  return existsSync(path) ? (await readMemory((from, size) => nodeFiles.readPart(path, from, size), build))?.head : undefined;
};
