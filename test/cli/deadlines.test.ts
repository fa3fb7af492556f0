import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import ICAL from "ical.js";
import parsePrometheus from "parse-prometheus-text-format";
import { describe, expect, it } from "vitest";
import { validate } from "../../src/config/validators/status.gen.js";
import { address } from "../../src/model/address.ts";
import { DAY_MS, toInstant, toMs, type Instant } from "../../src/model/instant.ts";
import type { StatusDocument } from "../../src/plan/status-document.ts";
import { serializeState } from "../../src/state/serialize-state.ts";
import { changeState } from "../../src/state/change-state.ts";
import { emptyState } from "../../src/state/state.ts";
import { chorus, workIn } from "./support.ts";

const ACCOUNT = address("production", "compte-technique", "principal");

/** A direct organisation whose password in production ends then. */
const folderWith = async (expiresAt: Instant): Promise<string> => {
  const folder = await workIn("examples/direct");
  const since = toInstant(toMs(expiresAt) - 424 * DAY_MS);
  const seen = { status: "true", proof: "verified", since, provenAt: since, evidence: { by: "api", request: "POST /", status: 200, tries: 1 } } as const;
  const record = {
    address: ACCOUNT,
    conditions: [
      { ...seen, type: "LoginAccepted", reason: "login-accepted" },
      { ...seen, type: "PasswordCurrent", reason: "expiry-known", fact: { fact: "expiry", expiresAt } },
    ],
  } as const;
  const state = changeState(emptyState("3f6c1c8e-4f5e-4f0e-9a53-0f7f6a3f7c11"), [{ subject: ACCOUNT, record }]);
  await writeFile(join(folder, "chorus.state.jsonl"), serializeState(state));
  return folder;
};

const inDays = (days: number): Instant => toInstant(Date.now() + days * DAY_MS);

describe("chorus status, for a job that runs on its own", () => {
  it("ends with 2 where something is due within the time, with 0 where nothing is", async () => {
    const cwd = await folderWith(inDays(20));
    const due = await chorus(["status", "--due", "30d"], { cwd });
    expect(due.code).toBe(2);
    expect(due.stdout).toContain("principal, compte technique (production) : mot de passe à");
    const later = await chorus(["status", "--due", "10d"], { cwd });
    expect([later.code, later.stdout]).toEqual([0, expect.stringContaining("rien d'ici 10 jours")]);
    expect((await chorus(["status"], { cwd })).code).toBe(0);
    expect((await chorus(["status", "--due", "10d", "--detailed-exitcode"], { cwd })).code).toBe(2);
  });

  it("ends with 2 where something is past due", async () => {
    const cwd = await folderWith(inDays(-1));
    expect((await chorus(["status", "--due", "1h", "--env", "production"], { cwd })).code).toBe(2);
    expect((await chorus(["status", "--due", "1h", "--env", "qualification"], { cwd })).code).toBe(0);
  });

  it.each([
    [["--due", "soon"], "soon"],
    [["--forecast", "--format", "ics"], "ics"],
  ])("refuses %j", async (args, word) => {
    const ran = await chorus(["status", ...args], { cwd: await workIn("examples/direct") });
    expect([ran.code, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toContain(word);
  });
});

describe("chorus status, in every form and time zone", () => {
  // 23:30 in UTC is another day in Paris and in Nouméa, and the same in Guadeloupe.
  const expiresAt = `${inDays(40).slice(0, 10)}T23:30:00Z` as Instant;

  it("decides alike everywhere, and shows the day of the place", async () => {
    const cwd = await folderWith(expiresAt);
    const seen = await Promise.all(
      ["UTC", "Europe/Paris", "America/Guadeloupe", "Pacific/Noumea"].map(async (TZ) => {
        const variables = { TZ };
        const { createdAt: _createdAt, ...status } = JSON.parse((await chorus(["status", "--format", "json"], { cwd, variables })).stdout) as StatusDocument;
        const shown = /(\S+) \(\d+ jours\) +principal, compte/.exec((await chorus(["status"], { cwd, variables })).stdout)?.[1];
        return { status, shown };
      }),
    );
    const [utc] = seen;
    for (const { status } of seen) expect(status).toEqual(utc?.status);
    const day = (of: string): string => of.split("-").toReversed().join("/");
    const [today, tomorrow] = [day(expiresAt.slice(0, 10)), day(toInstant(toMs(expiresAt) + DAY_MS).slice(0, 10))];
    expect(seen.map(({ shown }) => shown)).toEqual([today, tomorrow, today, tomorrow]);
  });

  it("is read by what others wrote", async () => {
    const cwd = await folderWith(expiresAt);
    const as = async (format: string, ...more: readonly string[]) => (await chorus(["status", "--format", format, ...more], { cwd })).stdout;
    expect(validate(JSON.parse(await as("json", "--forecast")))).toBe(true);
    const rows = parseCsv(await as("csv"), { delimiter: ";", bom: true, columns: true }) as readonly Readonly<Record<string, string>>[];
    expect(rows).toContainEqual(expect.objectContaining({ kind: "password", dueAt: expiresAt, address: ACCOUNT }));
    expect(parseCsv(await as("csv", "--forecast"), { delimiter: ";", bom: true, columns: true })).toHaveLength(60);
    const events = new ICAL.Component(ICAL.parse(await as("ics")) as unknown[]).getAllSubcomponents("vevent");
    expect(events).toHaveLength(rows.length);
    const families = parsePrometheus(await as("prometheus"));
    expect(families.find(({ name }) => name === "chorus_password_expiry_timestamp_seconds")?.metrics).toEqual([
      { value: String(toMs(expiresAt) / 1000), labels: { environment: "production", account: "principal" } },
    ]);
  });
});
