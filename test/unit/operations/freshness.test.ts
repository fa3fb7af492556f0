import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { changedSince } from "../../../src/operations/changed-since.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import type { Scenario } from "../../../src/simulator/scenario.ts";
import { DIRECT, DIRECT_DONE, LOGIN, SECRETS } from "../../support/direct.ts";
import { directBut, LYON } from "../../support/direct-world.ts";
import { said } from "../../support/plans.ts";
import { startProject, type TestProject } from "../../support/project.ts";

const started = async (scenario: Scenario, yaml = DIRECT, secrets: Record<string, string> = SECRETS): Promise<TestProject> => {
  const project = await startProject(scenario, { yaml, secrets });
  onTestFinished(() => project.close());
  return project;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ACCOUNT = "production/compte-technique/principal";

const logins = ({ simulator }: TestProject): number => simulator.requests().filter(({ account }) => account === LOGIN).length;

/** How many logins a piece of work costs the account. */
const costOf = async (project: TestProject, work: () => Promise<unknown>): Promise<number> => {
  const before = logins(project);
  await work();
  return logins(project) - before;
};

describe("an account that was refused", () => {
  const REFUSED = directBut(({ account }) => {
    account.motDePasse = "another";
  });

  it("is not tried again by a later run, and stays refused, with when that was seen", async () => {
    const project = await started(REFUSED);
    const { plan: first } = await project.refresh();
    expect(logins(project)).toBe(8);
    const seenAt = first.document.resources.find(({ address }) => address === ACCOUNT)?.conditions[0]?.provenAt;
    project.clock.advance(10 * MINUTE);
    const again = await costOf(project, async () => {
      const { plan } = await project.refresh();
      expect(said(plan.document, ACCOUNT)).toBe("false verified login-refused");
      expect(plan.document.resources.find(({ address }) => address === ACCOUNT)?.conditions[0]?.provenAt).toBe(seenAt);
    });
    expect(again).toBe(0);
  });

  it("is tried again when its password is another, whatever it is", async () => {
    const project = await started(REFUSED);
    await project.refresh();
    (project.ports.variables as Record<string, string>)["CHORUS_PRODUCTION_PASSWORD"] = "another";
    const { plan } = await project.refresh();
    expect(said(plan.document, ACCOUNT)).toBe("true verified login-accepted");
  });

  it("is tried again when everything is asked anew", async () => {
    const project = await started(REFUSED);
    await project.refresh();
    expect(await costOf(project, () => project.refresh({ everything: true }))).toBe(8);
    expect(await costOf(project, () => project.refresh())).toBe(0);
  });

  it("is looked at once after half an hour, stays what it was when refused again, and is proven anew after a day", async () => {
    const project = await started(REFUSED);
    const { plan: first } = await project.refresh();
    const seenAt = first.document.resources.find(({ address }) => address === ACCOUNT)?.conditions[0]?.provenAt;
    project.clock.advance(31 * MINUTE);
    const glance = await costOf(project, async () => {
      const { plan } = await project.refresh();
      expect(said(plan.document, ACCOUNT)).toBe("false verified login-refused");
      expect(plan.document.resources.find(({ address }) => address === ACCOUNT)?.conditions[0]?.provenAt).toBe(seenAt);
    });
    expect(glance).toBe(1);
    project.clock.advance(29 * MINUTE);
    expect(await costOf(project, () => project.refresh())).toBe(0);
    project.clock.advance(23 * HOUR);
    expect(await costOf(project, () => project.refresh())).toBe(8);
  });

  it("is believed at the first look that accepts it", async () => {
    const project = await started(REFUSED);
    await project.refresh();
    await project.change({ environments: { production: { comptesTechniques: { [LOGIN]: { motDePasse: SECRETS.CHORUS_PRODUCTION_PASSWORD } } } } });
    expect(said((await project.refresh()).plan.document, ACCOUNT)).toBe("false verified login-refused");
    project.clock.advance(31 * MINUTE);
    expect(said((await project.refresh()).plan.document, ACCOUNT)).toBe("true verified login-accepted");
  });

  it("fails twenty-four times a day and not once more, then nothing is known of it", async () => {
    const project = await started(REFUSED);
    for (let run = 0; run < 5; run++) await project.refresh({ everything: true });
    expect(logins(project)).toBe(24);
    const { plan } = await project.refresh({ everything: true });
    expect(said(plan.document, ACCOUNT)).toMatch(/^(false verified login-refused|unknown not-asked login-spared)$/);
    project.clock.advance(24 * HOUR);
    expect(await costOf(project, () => project.refresh())).toBe(8);
  });

  it("leaves neither its password nor a plain digest of it in the cache", async () => {
    const project = await started(REFUSED);
    await project.refresh();
    const cache = readFileSync(join(project.folder, ".chorus/cache/logins.jsonl"), "utf8");
    expect(cache).toContain('"event":"refused"');
    expect(cache).not.toContain(SECRETS.CHORUS_PRODUCTION_PASSWORD);
  });

  it("is tried again where the clock was wrong when it was refused, or the note of it is damaged", async () => {
    const project = await started(REFUSED);
    await project.refresh();
    const file = join(project.folder, ".chorus/cache/logins.jsonl");
    const notes = readFileSync(file, "utf8");
    for (const damaged of [notes.replaceAll(/"at":"\d{4}/g, '"at":"2999'), notes.replaceAll('"tries"', '"trials"')]) {
      writeFileSync(file, damaged);
      expect(await costOf(project, () => project.refresh())).toBe(8);
    }
  });

  it("is forgiven once it is accepted", async () => {
    const project = await started(REFUSED);
    await project.refresh();
    await project.change({ environments: { production: { comptesTechniques: { [LOGIN]: { motDePasse: SECRETS.CHORUS_PRODUCTION_PASSWORD } } } } });
    expect(said((await project.refresh({ everything: true })).plan.document, ACCOUNT)).toBe("true verified login-accepted");
    expect(said((await project.refresh()).plan.document, ACCOUNT)).toBe("true verified login-accepted");
  });
});

it("a password is known to be another one from when it is first accepted", async () => {
  const project = await started(DIRECT_DONE);
  const renewal = ({ document }: Plan) => document.resources.find(({ address }) => address === ACCOUNT)?.conditions[0]?.fact;
  expect(renewal((await project.refresh()).plan)).toBeUndefined();
  project.clock.advance(48 * HOUR);
  expect(renewal((await project.refresh()).plan)).toBeUndefined();
  await project.change({ environments: { production: { comptesTechniques: { [LOGIN]: { motDePasse: "another-pass-word" } } } } });
  (project.ports.variables as Record<string, string>)["CHORUS_PRODUCTION_PASSWORD"] = "another-pass-word";
  const changed = renewal((await project.refresh()).plan);
  expect(changed).toMatchObject({ fact: "renewed" });
  project.clock.advance(48 * HOUR);
  expect(renewal((await project.refresh()).plan)).toEqual(changed);
});

describe("what was seen of late", () => {
  const requestsOf = async (project: TestProject, work: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = project.simulator.requests().length;
    await work();
    return project.simulator.requests().slice(before).map(({ path }) => path);
  };

  it("is not asked again within its age, and is after it", async () => {
    const project = await started(DIRECT_DONE);
    const { plan: first } = await project.refresh();
    project.clock.advance(23 * HOUR);
    const again = await requestsOf(project, async () => {
      const { plan } = await project.refresh({ maxAgeMs: 24 * HOUR });
      expect(plan.document.summary).toEqual(first.document.summary);
      expect(plan.document.resources.map(({ status }) => status)).toEqual(first.document.resources.map(({ status }) => status));
    });
    expect(again).toEqual([]);
    project.clock.advance(2 * HOUR);
    expect(await requestsOf(project, () => project.refresh({ maxAgeMs: 24 * HOUR }))).not.toEqual([]);
  });

  it("has the age that the configuration gives, and none where it gives none", async () => {
    const project = await started(DIRECT_DONE, `${DIRECT}maxAge: 24h\n`);
    await project.refresh();
    expect(await requestsOf(project, () => project.refresh())).toEqual([]);
    expect(await requestsOf(project, () => project.refresh({ maxAgeMs: 0 }))).not.toEqual([]);
    expect(await requestsOf(project, () => project.refresh({ everything: true }))).not.toEqual([]);
    project.configure(DIRECT);
    expect(await requestsOf(project, () => project.refresh())).not.toEqual([]);
  });

  it("leaves what failed to be asked, and that alone", async () => {
    const project = await started(directBut(({ structures }) => {
      structures[LYON] = { designation: LYON, espaces: ["raccordements"] };
    }));
    await project.refresh();
    const again = await requestsOf(project, () => project.refresh({ maxAgeMs: 24 * HOUR }));
    expect(new Set(again.map((path) => path.split("/").slice(3).join("/")))).toEqual(new Set([
      "oauth/token",
      "transverses/v1/recuperer/structures/actives/fournisseur",
    ]));
  });

  it("is asked again where it is now about something else", async () => {
    const project = await started(DIRECT_DONE);
    await project.refresh();
    project.configure(DIRECT.replace("nantes: 73282932000090", "nantes: 73282932000108"));
    const { plan } = await project.refresh({ maxAgeMs: 24 * HOUR });
    expect(said(plan.document, "production/structure/nantes")).toBe("false verified structure-not-found");
  });
});

it("never starts more requests in a day than its share, whatever the number of runs", async () => {
  const yaml = DIRECT.replace("application: EXEMPLE-BTP-FACTURATION", 'application: { production: EXEMPLE-BTP-FACTURATION, quota: "20/s 600/min 18/j", part: 50% }');
  const project = await started(DIRECT_DONE, yaml);
  for (let run = 0; run < 3; run++) await project.refresh();
  expect(project.simulator.requests()).toHaveLength(9);
  const { plan } = await project.refresh({ everything: true });
  expect(plan.document.resources.flatMap(({ conditions }) => conditions.map(({ stale }) => stale))).toContain("transient");
  project.clock.advance(24 * HOUR);
  await project.refresh();
  expect(project.simulator.requests().length).toBeGreaterThan(9);
});

describe("since a revision", () => {
  const git = (folder: string, ...args: readonly string[]): void => {
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@exemple.fr", ...args], { cwd: folder, stdio: "ignore" });
  };

  it("only what the configuration has changed is asked", async () => {
    const besides = (name: string, siret: string): string => `version: 1\nstructures: { ${name}: ${siret} }\n`;
    const yaml = DIRECT.replace(/ {2}(lyon|nantes): \d+\n/g, "") + 'include: ["plus/*.yaml"]\n';
    const project = await startProject(DIRECT_DONE, { yaml, secrets: SECRETS });
    onTestFinished(() => project.close());
    const folder = join(project.folder, "plus");
    mkdirSync(folder);
    writeFileSync(join(folder, "lyon.yaml"), besides("lyon", LYON));
    git(project.folder, "init", "-q");
    git(project.folder, "add", ".");
    git(project.folder, "commit", "-q", "-m", "deux structures");
    writeFileSync(join(folder, "nantes.yaml"), besides("nantes", "73282932000090"));
    const opened = await project.open();
    const changed = await changedSince(project.ports, opened, "HEAD");
    expect([...changed].filter((address) => !address.includes("nantes"))).toEqual([ACCOUNT]);
    expect([...changed]).toContain("production/structure/nantes");
    const { plan } = await project.refresh({ changed });
    expect(said(plan.document, "production/structure/nantes")).toBe("true verified structure-active");
    expect(said(plan.document, "production/structure/siege")).toBe("unknown not-asked not-asked");
    git(project.folder, "add", ".");
    git(project.folder, "commit", "-q", "-m", "nantes");
    expect(await changedSince(project.ports, await project.open(), "HEAD")).toEqual(new Set());
    expect((await changedSince(project.ports, await project.open(), "HEAD~1")).size).toBe(changed.size);
    await expect(changedSince(project.ports, await project.open(), "no-such-revision")).rejects.toMatchObject({ diagnostics: [{ code: "CHR-USAGE" }] });
  });
});
