import { expect, it } from "vitest";
import { cellText, saidByCell } from "../../../src/model/cell-text.ts";
import { noonOf, parseDuration, toInstant, toPreciseInstant } from "../../../src/model/instant.ts";
import { obeyedEscaped } from "../../../src/model/obeyed-escaped.ts";
import { parseJson } from "../../../src/model/parse-json.ts";
import { isTrace } from "../../../src/model/trace.ts";
import { withoutAccents } from "../../../src/model/without-accents.ts";

it.each([
  ["90s", 90_000], ["5m", 300_000], ["12h", 43_200_000], ["30d", 2_592_000_000], ["30j", 2_592_000_000], ["999999s", 999_999_000],
  ["30", undefined], ["d", undefined], ["1234567s", undefined], ["-1d", undefined], ["1.5h", undefined], ["1w", undefined], ["30d ", undefined], ["", undefined],
])("« %s » lasts %s ms", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it("writes a moment to the second, or to what was measured", () => {
  const ms = Date.UTC(2026, 10, 24, 8, 12, 3, 45);
  expect([toInstant(ms), toPreciseInstant(ms), noonOf("2026-11-24")]).toEqual(["2026-11-24T08:12:03Z", "2026-11-24T08:12:03.045Z", "2026-11-24T12:00:00Z"]);
});

it("reads JSON with a byte order mark before it, and nothing of what is none", () => {
  expect([parseJson('\uFEFF{"a":1}'), parseJson("[\"\uFEFF\"]"), parseJson("{"), parseJson("")]).toEqual([{ a: 1 }, ["\uFEFF"], undefined, undefined]);
});

it("knows a trace that it wrote", () => {
  const trace = { request: "GET /", at: 1, tries: 1 };
  expect([trace, { ...trace, request: 1 }, { ...trace, at: "1" }, { ...trace, tries: "1" }, null, [], "trace"].map(isTrace)).toEqual([true, false, false, false, false, false, false]);
});

it("leaves accents out", () => {
  expect(withoutAccents("Intégration à Nîmes, Bœuf")).toBe("Integration a Nimes, Bœuf");
});

it.each([
  ["=1+1", "'=1+1"], ["+33", "'+33"], ["-1", "'-1"], ["@x", "'@x"], ["\tx", "'\tx"], ["\r=x", "'\r=x"], ["\n", "'\n"], ["＝1", "'＝1"], ["'=1", "''=1"], ["''=1", "'''=1"],
  ["1=1", "1=1"], ["l'été", "l'été"], ["'", "'"], ["'été", "'été"], ["a'=1", "a'=1"], ["", ""],
])("no spreadsheet calculates « %s » in a cell, which still says it", (text, cell) => {
  expect([cellText(text), saidByCell(cell)]).toEqual([cell, text]);
});

it("leaves a formula that it did not write in a cell as it is", () => {
  expect(saidByCell("=1+1")).toBe("=1+1");
});

it("escapes what a terminal obeys in JSON, which then says the same", () => {
  const said = { text: "é\u007f\u009b31m\u200f\u2028\u202e\u2069\ufeff" };
  const json = obeyedEscaped(JSON.stringify(said));
  expect(json).toBe(String.raw`{"text":"é\u007f\u009b31m\u200f\u2028\u202e\u2069\ufeff"}`);
  expect(JSON.parse(json)).toEqual(said);
});
