import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import ICAL from "ical.js";
import parsePrometheus from "parse-prometheus-text-format";
import { describe, expect, it } from "vitest";
import { DAY_MS, toInstant, toMs } from "../../../src/model/instant.ts";
import type { PlanInput } from "../../../src/plan/plan.ts";
import { plan } from "../../../src/plan/plan.ts";
import type { StatusDocument } from "../../../src/plan/status-document.ts";
import { statusOf } from "../../../src/plan/status-of.ts";
import { renderCsv } from "../../../src/views/formats/csv.ts";
import { renderCalendar } from "../../../src/views/formats/icalendar.ts";
import { renderGauges } from "../../../src/views/formats/prometheus.ts";
import { safeJson } from "../../../src/views/safe-json.ts";
import { renderStatusCsv } from "../../../src/views/status-csv.ts";
import { renderStatusIcs } from "../../../src/views/status-ics.ts";
import { renderStatusPrometheus } from "../../../src/views/status-prometheus.ts";
import { renderStatusText } from "../../../src/views/status-text.ts";
import { clientsOf, codesOf, offlinePlanInput, recordsOf } from "../../support/clients.ts";
import { freshInput, halfWayInput, NOW_MS, shownOf } from "./fixtures/half-way.ts";
import { doubtfulInput, ediInput, manyInput, offlineInput } from "./fixtures/other-plans.ts";
import { screen } from "./screen.ts";

const concentrateur = (): PlanInput =>
  offlinePlanInput(
    clientsOf(9, { avant: "90d", etaler: "2/semaine" }),
    recordsOf(new Map(codesOf(9).map((code, index) => [code, toInstant(NOW_MS + (index * 8 - 5) * DAY_MS)])), NOW_MS - DAY_MS),
    NOW_MS,
  );

const INPUTS = [halfWayInput, freshInput, () => manyInput(20), ediInput, doubtfulInput, offlineInput, concentrateur] as const;

const statusFor = (input: PlanInput): StatusDocument => statusOf(plan(input), { forecast: true });

describe("the picture as JSON", () => {
  const schema = JSON.parse(readFileSync(new URL("../../../schemas/status.schema.json", import.meta.url), "utf8")) as object;
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

  it.each(INPUTS)("follows the schema (%#)", (input) => {
    for (const options of [{}, { within: "30d" }, { forecast: true }]) {
      const parsed: unknown = JSON.parse(safeJson(statusOf(plan(input()), options)));
      validate(parsed);
      expect(validate.errors).toBeNull();
    }
  });

  it("counts clients stage by stage, each once", () => {
    const [production] = statusFor(concentrateur()).environments;
    expect(production?.clients?.clients).toBe(9);
    for (const { kind, ...counts } of production?.clients?.stages ?? []) {
      expect([kind, Object.values(counts).reduce((sum, count) => sum + count, 0)]).toEqual([kind, 9]);
    }
  });
});

describe("the picture as text", () => {
  it.each(["fr", "en"] as const)("of clients, in %s", async (language) => {
    await expect(renderStatusText(shownOf(concentrateur()), screen(language))).toMatchFileSnapshot(`screens/clients.${language}.txt`);
    await expect(renderStatusText(shownOf(concentrateur(), { within: "30d" }), screen(language))).toMatchFileSnapshot(`screens/due.${language}.txt`);
    await expect(renderStatusText(shownOf(concentrateur(), { forecast: true }), screen(language))).toMatchFileSnapshot(`screens/forecast.${language}.txt`);
  });

  it("says that nothing is due where nothing is", () => {
    expect(renderStatusText(shownOf(freshInput(), { within: "30d" }), screen())).toContain("Échéances : rien d'échu, rien d'ici 30 jours\n");
  });
});

describe("the forecast", () => {
  it("holds 60 weeks, and every end within them once", () => {
    const { forecast = [], deadlines } = statusFor(concentrateur());
    expect(forecast).toHaveLength(60);
    const ends = forecast.reduce((sum, { ends: { password } }) => sum + password, 0);
    expect(ends).toBe(deadlines.filter(({ kind, state }) => kind === "password" && state !== "past-due").length);
    expect(forecast.reduce((sum, { renewals }) => sum + renewals, 0)).toBe(deadlines.filter(({ week }) => week !== undefined).length);
    expect(Math.max(...forecast.map(({ renewals }) => renewals))).toBe(2);
  });
});

describe("the picture as a calendar", () => {
  const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));

  it.each(INPUTS)("is read back with an event a deadline (%#)", (input) => {
    const { deadlines, createdAt } = statusFor(input());
    const events = eventsOf(renderStatusIcs({ ...statusFor(input()) }, "fr"));
    expect(events.map(({ uid }) => uid)).toEqual(deadlines.map(({ id }) => `${id}@chorus-as-code`));
    for (const [index, event] of events.entries()) {
      const deadline = deadlines[index];
      const begins = deadline?.week === undefined ? deadline?.dueAt : deadline.actFrom;
      expect(event.startDate.toJSDate().getTime()).toBe(toMs(begins ?? ""));
      expect(event.endDate.toJSDate().getTime()).toBe(toMs(deadline?.actBy ?? ""));
      expect((event.component.getFirstPropertyValue("dtstamp") as ICAL.Time).toJSDate().getTime()).toBe(toMs(createdAt));
    }
  });

  it("keeps the uid of what moves, and holds neither people nor logins", () => {
    const uids = (input: PlanInput) => eventsOf(renderStatusIcs(statusFor(input), "fr")).map(({ uid }) => uid).toSorted();
    expect(uids({ ...concentrateur(), nowMs: NOW_MS + 20 * DAY_MS })).toEqual(uids(concentrateur()));
    const text = renderStatusIcs(statusFor(halfWayInput()), "fr").replaceAll("\r\n ", "");
    expect(text).not.toMatch(/@cpro\.fr|Direction financière|exemple-btp\.fr/);
  });

  it("reads any words back as they were, folded where lines are long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (words) => {
        const [name, shown] = [words.replaceAll(/[\p{C}\p{Z}]/gu, " ").trim(), { stamp: "2026-11-24T08:12:00Z", start: "2026-11-24T08:12:00Z" }];
        const text = renderCalendar({ name: "n", productId: "p", events: [{ ...shown, uid: "u", summary: name, description: `a\n${name}`, category: "c" }] });
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(eventsOf(text).map(({ summary, description }) => [summary, description])).toEqual([[name, `a\n${name}`]]);
      }),
    );
  });
});

describe("the picture for Prometheus", () => {
  it.each(INPUTS)("is read back as it was meant (%#)", (input) => {
    const status = statusFor(input());
    const families = new Map(parsePrometheus(renderStatusPrometheus(status)).map((family) => [family.name, family]));
    for (const { type, help } of families.values()) expect([type, help !== ""]).toEqual(["GAUGE", true]);
    const total = (name: string) => (families.get(name)?.metrics ?? []).reduce((sum, { value }) => sum + Number(value), 0);
    expect(total("chorus_resources")).toBe(status.summary.resources);
    expect(total("chorus_steps")).toBe(status.summary.stepsByHand + status.summary.stepsByChorus);
    expect(total("chorus_deadlines")).toBe(status.deadlines.length);
    const ends = (families.get("chorus_password_expiry_timestamp_seconds")?.metrics ?? []).map(({ value }) => toInstant(Number(value) * 1000));
    expect(ends.toSorted()).toEqual(status.deadlines.flatMap(({ kind, dueAt }) => (kind === "password" ? [dueAt] : [])).toSorted());
  });

  it("escapes what a label may hold", () => {
    const label = 'a "quoted" \\ back\nslash, {brace}';
    expect(parsePrometheus(renderGauges([{ name: "g", help: "h\\\n", samples: [{ labels: { label, other: "é" }, value: 1 }] }]))).toMatchObject([
      { name: "g", metrics: [{ value: "1", labels: { label, other: "é" } }] },
    ]);
  });

  it("carries no times beside the values, which the textfile collector refuses", () => {
    for (const line of renderStatusPrometheus(statusFor(concentrateur())).split("\n")) {
      expect(line).toMatch(/^(|# (HELP|TYPE) .*|[a-z_]+(\{.*\})? \d+)$/);
    }
  });
});

describe("the picture as CSV", () => {
  const rowsOf = (text: string) => parseCsv(text, { delimiter: ";", bom: true, columns: true }) as readonly Readonly<Record<string, string>>[];

  it("is a line a deadline, a line a week for the forecast", () => {
    const { forecast, ...status } = statusFor(concentrateur());
    const rows = rowsOf(renderStatusCsv(status));
    expect(rows.map(({ kind, dueAt, client = "" }) => [kind, dueAt, client])).toEqual(
      status.deadlines.map(({ kind, dueAt, client = "" }) => [kind, dueAt, client]),
    );
    expect(rowsOf(renderStatusCsv({ ...status, forecast: forecast ?? [] })).map(({ week }) => week)).toEqual(forecast?.map(({ week }) => week));
  });

  it("lets no cell become a formula", () => {
    for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x";"y")', "＝1+1", "＋1", "－1", "＠SUM(A1)"]) {
      const [[cell = ""] = []] = parseCsv(renderCsv([text], []), { delimiter: ";", bom: true }) as readonly (readonly string[])[];
      expect(cell[0]).toBe("'");
    }
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), (cells) => {
        const [row = []] = parseCsv(renderCsv(cells, []), { delimiter: ";", bom: true }) as readonly (readonly string[])[];
        expect(row).toHaveLength(cells.length);
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});
