import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import { planOffline } from "../../../src/operations/plan.ts";
import { ask, note, type AskRequest } from "../../../src/operations/requests.ts";
import type { PlanDocument } from "../../../src/plan/plan-document.ts";
import { DIRECT, SECRETS } from "../../support/direct.ts";
import { directBut, LYON } from "../../support/direct-world.ts";
import { startProject, type TestProject } from "../../support/project.ts";

const ESPACE = "production/espace/lyon/factures-emises" as Address;
const OURS = "production/structure/siege" as Address;
const GESTIONNAIRE = { role: "gestionnaire", name: "principal" } as const;
const DAY = 86_400_000;

const started = async (): Promise<TestProject> => {
  const scenario = directBut(({ structures }) => {
    structures[LYON] = { designation: LYON, espaces: ["raccordements"] };
  });
  const project = await startProject(scenario, { yaml: DIRECT, secrets: SECRETS });
  onTestFinished(() => project.close());
  await project.refresh();
  return project;
};

const planOf = async (project: TestProject) => planOffline(await project.open(), project.clock.now());
const documentOf = async (project: TestProject): Promise<PlanDocument> => (await planOf(project)).document;
const requestOf = (document: PlanDocument, address: Address) => document.steps.flatMap(({ items }) => items).find((item) => item.address === address)?.request;

const asking = async (project: TestProject, more: Partial<AskRequest>) =>
  ask(project.folder, await planOf(project), project.ports.files, { addresses: [], again: false, by: "Camille", nowMs: project.clock.now(), ...more });

describe("the journal of requests", () => {
  it("shows what was asked in the plan, and that it is not asked twice by accident", async () => {
    const project = await started();
    expect(requestOf(await documentOf(project), ESPACE)).toEqual({ state: "to-send", reminders: 0 });
    await asking(project, { addresses: [ESPACE] });
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ state: "asked", reminders: 0 });
    await expect(asking(project, { addresses: [ESPACE] })).rejects.toMatchObject({
      diagnostics: [{ code: "CHR-NOTHING-TO-ASK", arguments: { address: ESPACE, reason: "asked" } }],
    });
    project.clock.advance(8 * DAY);
    const { events } = await asking(project, { addresses: [ESPACE] });
    expect(events).toMatchObject([{ event: "reminded" }]);
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ state: "asked", reminders: 1 });
    expect((await asking(project, { addresses: [ESPACE], again: true })).events).toHaveLength(1);
  });

  it("is closed by what is seen", async () => {
    const project = await started();
    await asking(project, { addresses: [ESPACE] });
    await project.change({ environments: { production: { structures: { [LYON]: { espaces: ["raccordements", "factures-emises"] } } } } });
    await project.refresh();
    const document = await documentOf(project);
    expect(requestOf(document, ESPACE)).toBeUndefined();
    expect(document.resources.find(({ address }) => address === ESPACE)?.status).toBe("in-order");
  });

  it("asks an actor for everything whose time has come, and counts the rest", async () => {
    const project = await started();
    const first = await asking(project, { actor: { role: "gestionnaire", name: "finances" } });
    expect(first.events).toEqual([]);
    expect(existsSync(join(project.folder, "chorus.requests.jsonl"))).toBe(false);
    const all = await asking(project, { actor: GESTIONNAIRE });
    expect(all.events.length).toBeGreaterThan(1);
    expect(all.events.every(({ event }) => event === "asked")).toBe(true);
    expect(await asking(project, { actor: GESTIONNAIRE })).toMatchObject({ events: [], later: all.events.length });
  });

  it("asks nobody twice within seconds of a late reminder, and nobody asked in vain without --again", async () => {
    const project = await started();
    await asking(project, { addresses: [ESPACE] });
    project.clock.advance(19 * DAY);
    expect((await asking(project, { addresses: [ESPACE] })).events).toMatchObject([{ event: "reminded" }]);
    project.clock.advance(5000);
    await expect(asking(project, { addresses: [ESPACE] })).rejects.toMatchObject({ diagnostics: [{ arguments: { reason: "asked" } }] });
    for (const days of [7, 7]) {
      project.clock.advance(days * DAY);
      expect((await asking(project, { addresses: [ESPACE] })).events).toMatchObject([{ event: "reminded" }]);
    }
    project.clock.advance(15 * DAY);
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ reminders: 3, escalate: true });
    await expect(asking(project, { addresses: [ESPACE] })).rejects.toMatchObject({ diagnostics: [{ arguments: { reason: "escalated" } }] });
    expect((await asking(project, { actor: GESTIONNAIRE })).events.map(({ address }) => address)).not.toContain(ESPACE);
    expect((await asking(project, { addresses: [ESPACE], again: true })).events).toMatchObject([{ event: "asked" }]);
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ state: "asked", reminders: 0 });
  });

  it("writes once what is named twice", async () => {
    const project = await started();
    expect((await asking(project, { addresses: [ESPACE, ESPACE] })).events).toHaveLength(1);
  });

  it("takes what came of it, and only of what is open and somebody else's", async () => {
    const project = await started();
    const noting = async (address: Address, more: object) =>
      note(project.folder, await planOf(project), project.ports.files, { addresses: [address], event: "blocked", by: "Camille", nowMs: project.clock.now(), ...more });
    await noting(ESPACE, { reason: "gp-inconnu" });
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ state: "blocked", reason: "gp-inconnu" });
    await expect(noting(OURS, {})).rejects.toMatchObject({ diagnostics: [{ code: "CHR-NOTHING-TO-ASK", arguments: { reason: "no-step" } }] });
  });

  it("merges by keeping both sides, whatever their order, each line once", async () => {
    const project = await started();
    await asking(project, { addresses: [ESPACE] });
    const file = join(project.folder, "chorus.requests.jsonl");
    const [asked = ""] = readFileSync(file, "utf8").split("\n");
    project.clock.advance(8 * DAY);
    await asking(project, { addresses: [ESPACE] });
    const [, reminded = ""] = readFileSync(file, "utf8").split("\n");
    const expected = requestOf(await documentOf(project), ESPACE);
    for (const text of [`${reminded}\n${asked}\n`, `${asked}\n${reminded}\n${asked}\n`, `${reminded}\n\n${asked}`]) {
      writeFileSync(file, text);
      expect(requestOf(await documentOf(project), ESPACE)).toEqual(expected);
    }
    project.clock.advance(8 * DAY);
    await asking(project, { addresses: [ESPACE] });
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ reminders: 2 });
  });

  it("names the line that it cannot read, and what is wrong with it", async () => {
    const project = await started();
    await asking(project, { addresses: [ESPACE] });
    const file = join(project.folder, "chorus.requests.jsonl");
    const [asked = ""] = readFileSync(file, "utf8").split("\n");
    const changed = (key: string, value: unknown) => JSON.stringify({ ...(JSON.parse(asked) as object), [key]: value });
    for (const [line, problem] of [
      ["{", "json"],
      ["[]", "json"],
      [changed("at", "demain"), "at"],
      [changed("at", "2099-01-01T00:00:00Z"), "future"],
      [changed("address", "lyon"), "address"],
      [changed("action", "open-space"), "action"],
      [changed("event", "lost"), "event"],
      [changed("by", ""), "by"],
    ]) {
      writeFileSync(file, `${asked}\n${line}\n`);
      await expect(project.open(), line).rejects.toMatchObject({ diagnostics: [{ code: "CHR-REQUEST-FORM", arguments: { problem }, where: { line: 2 } }] });
    }
  });

  it("says of a conflict that it is one, once, and keeps both sides where only the marks are gone", async () => {
    const project = await started();
    await asking(project, { addresses: [ESPACE] });
    const file = join(project.folder, "chorus.requests.jsonl");
    const [asked = ""] = readFileSync(file, "utf8").split("\n");
    for (const end of ["\n", "\r\n"]) {
      writeFileSync(file, ["<<<<<<< HEAD", asked, "||||||| base", "=======", asked.replace("Camille", "Dominique"), ">>>>>>> other", ""].join(end));
      await expect(project.open()).rejects.toMatchObject({ diagnostics: [{ code: "CHR-REQUEST-FORM", arguments: { problem: "conflict" }, where: { line: 1 } }] });
    }
    writeFileSync(file, [asked, asked.replace("Camille", "Dominique"), ""].join("\r\n"));
    expect(requestOf(await documentOf(project), ESPACE)).toMatchObject({ state: "asked", reminders: 0 });
  });

  it("says so where it is no file", async () => {
    const project = await started();
    mkdirSync(join(project.folder, "chorus.requests.jsonl"));
    await expect(project.open()).rejects.toMatchObject({ diagnostics: [{ code: "CHR-REQUEST-FORM", arguments: { problem: "not-a-file" } }] });
  });
});
