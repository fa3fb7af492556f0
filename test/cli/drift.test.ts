import { readFileSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { DriftDocument } from "../../src/plan/drift/drift-document.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut, LYON } from "../support/direct-world.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

interface Place {
  readonly cwd: string;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  readonly state: () => Promise<string>;
  readonly drift: (...args: readonly string[]) => Promise<DriftDocument>;
  /** In Chorus Pro, Lyon closes its espace « Factures émises ». */
  readonly close: () => Promise<void>;
}

/** Everything was seen to be done, and recorded. */
const recorded = async (): Promise<Place> => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const { variables, change } = await practise(directBut());
  const run = (...args: readonly string[]) => chorus(args, { cwd, variables: { ...variables, ...SECRETS } });
  expect(await run("refresh")).toMatchObject({ code: 0 });
  return {
    cwd,
    run,
    state: () => readFile(join(cwd, "chorus.state.jsonl"), "utf8"),
    drift: async (...args) => JSON.parse((await run("drift", "--format", "json", ...args)).stdout) as DriftDocument,
    close: () => change({ environments: { production: { structures: { [LYON]: { espaces: ["raccordements"] } } } } }),
  };
};

const ESPACE = "production/espace/lyon/factures-emises";

describe("drift", () => {
  it("finds nothing where all is as it was", async () => {
    const { run, drift } = await recorded();
    expect((await drift()).drifts).toEqual([]);
    expect(await run("drift")).toMatchObject({ code: 0, stdout: expect.stringContaining("aucune dérive") });
    expect((await run("drift", "--detailed-exitcode")).code).not.toBe(2);
  });

  it("shows what was true and is not with both pieces of evidence, and writes nothing, not even where it could not", async () => {
    const { cwd, run, state, drift, close } = await recorded();
    const before = await state();
    await close();
    await chmod(join(cwd, "chorus.state.jsonl"), 0o444);
    const found = await drift();
    const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync("schemas/drift.schema.json", "utf8")) as object);
    validate(found);
    expect(validate.errors).toBeNull();
    expect(found.drifts).toMatchObject([
      { address: ESPACE, type: "Open", before: { proof: "verified", evidence: { by: "api", status: 200 } }, now: { proof: "verified", evidence: { by: "api" } } },
    ]);
    expect(await state()).toBe(before);
    for (const language of ["fr", "en"]) {
      const { stdout } = await run("drift", "--lang", language);
      const timeless = stdout.replaceAll(/\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}|\d{2} \w{3,9} \d{4}/g, "JOUR").replaceAll(/\d{2}:\d{2}/g, "HEURE").replaceAll(/\(Id-[^)]*\)/g, "(ID)").replaceAll(/[ \n]+/g, " ");
      expect(timeless).toMatchSnapshot(language);
    }
    expect(await state()).toBe(before);
    expect((await run("drift", "--detailed-exitcode")).code).toBe(2);
    expect((await run("drift", "--format", "ndjson")).stdout).toContain('{"event":"drift"');
    expect((await run("drift", "--format", "markdown")).stdout).toMatch(/^<!-- chorus:drift:/);
    expect((await run("drift", "--format", "gitlab")).stdout).toBe('{"create":0,"update":1,"delete":0}\n');
    expect((await run("drift", "--output", "github")).stderr).toMatch(/^::warning title=/m);
  });

  it("keeps the proof of before once the drift is recorded", async () => {
    const { run, drift, close } = await recorded();
    const [seen] = (await (async () => (await close(), await drift()))()).drifts;
    await run("refresh");
    const [offline] = (await drift("--offline")).drifts;
    expect(offline?.before).toEqual(seen?.before);
    expect((await drift()).drifts[0]?.before).toEqual(seen?.before);
  });

  it("honours a difference that is accepted, and counts it", async () => {
    const { run, drift, close } = await recorded();
    await close();
    await run("refresh");
    const accepted = await run("attest", ESPACE, "--accept", "--by", "Camille", "--reason", "fermé pour l'été", "--until", "2030-01-01");
    expect(accepted).toMatchObject({ code: 0 });
    expect(await drift()).toMatchObject({ drifts: [], accepted: 1 });
    expect((await run("refresh", "--fail-on", "regression")).code).toBe(0);
  });

  it("takes what nobody could see for neither drift nor fine", async () => {
    const { cwd, run } = await recorded();
    const blind = await chorus(["drift", "--detailed-exitcode", "--lang", "en"], { cwd });
    expect(blind.code).toBe(3);
    expect(blind.stdout).toMatch(/no drift in what could be seen again[\s\S]*neither drift nor fine/);
    expect(await run("drift", "--offline", "--lang", "en")).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing was asked again") });
  });

  it("says of nothing proven that no drift can show, never that all is as it was", async () => {
    const cwd = await workIn("examples/direct");
    const blind = await chorus(["drift", "--offline", "--detailed-exitcode", "--lang", "en"], { cwd });
    expect(blind).toMatchObject({ code: 3, stdout: expect.stringContaining("nothing was proven yet") });
    expect(blind.stdout).not.toMatch(/still is/);
  });
});

describe("refresh --fail-on", () => {
  it("records first, then fails, and names what", async () => {
    const { run, state, close } = await recorded();
    expect(await run("refresh", "--fail-on", "regression,past-due")).toMatchObject({ code: 0 });
    await close();
    const failed = await run("refresh", "--fail-on", "regression", "--fail-on", "past-due");
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("CHR-REGRESSION");
    expect(failed.stderr).toContain(ESPACE);
    expect(await state()).toContain('"wasTrue":true');
    expect(await run("refresh", "--fail-on", "past-due")).toMatchObject({ code: 0 });
    expect((await run("refresh", "--fail-on", "drift")).stderr).toContain("CHR-USAGE");
  });

  it("fails where an end is past", async () => {
    const { cwd, run } = await recorded();
    expect(await run("attest", "production/espace/siege/raccordements", "--by", "Camille", "--seen", "vu", "--at", "2026-01-01", "--until", "2030-01-31")).toMatchObject({ code: 0 });
    const file = join(cwd, "chorus.attestations.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("2030-01-31", "2026-01-31"));
    const failed = await run("refresh", "--fail-on", "past-due");
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("CHR-PAST-DUE");
    expect(failed.stderr).toContain("production/espace/siege/raccordements");
  });
});
