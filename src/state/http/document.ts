import type { StateDefect } from "../../diagnostics/codes.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isRecord } from "../../model/is-record.ts";
import { parseJson } from "../../model/parse-json.ts";
import { parseLines, type ParsedState } from "../parse-state.ts";
import { STATE_VERSION, stateLines } from "../serialize-state.ts";
import type { State } from "../state.ts";

/**
 * The state as one JSON document, which is what servers for Terraform keep: the header of the file and its lines, with a
 * serial number that grows with each write (GitLab keeps the versions by it). A line of the document is one of the file.
 * `schemas/state-document.schema.json` describes it.
 */
export const serializeDocument = (state: State, serial: number): string => {
  const header = JSON.stringify({ chorus: "state", version: STATE_VERSION, serial, lineage: state.lineage });
  return `${header.slice(0, -1)},"lines":[${stateLines(state).map(({ line }) => `\n${line}`).join(",")}\n]}\n`;
};

/** Reads a document; its serial number is 0 where it has none. */
export const parseDocument = async (text: string, place: string): Promise<ParsedState & { readonly serial: number }> => {
  const document = parseJson(text);
  if (document === undefined) return { serial: serialIn(text), ...corrupt(place, "json") };
  if (!isRecord(document)) return { serial: 0, ...corrupt(place, "header") };
  const { version, serial, lineage, lines } = document;
  const found = typeof serial === "number" && Number.isSafeInteger(serial) ? serial : 0;
  if (!isNewer(document) && !(await fits(document))) return { serial: found, ...corrupt(place, "header") };
  const pages = Array.isArray(lines) ? [lines as readonly unknown[]] : [];
  return { serial: found, ...(await parseLines({ version: Number(version), lineage: String(lineage) }, pages, place, (line) => line)) };
};

/** Of a format that is not known here nothing else can be judged. */
const isNewer = ({ chorus, version }: Readonly<Record<string, unknown>>): boolean =>
  chorus === "state" && Number.isInteger(version) && Number(version) > STATE_VERSION;

/** But for its lines, which are held to their own schema one by one, once they are of today's format. */
const fits = async (document: Readonly<Record<string, unknown>>): Promise<boolean> => {
  const { validate } = await import("../../config/validators/state-document.gen.js");
  return validate(Array.isArray(document["lines"]) ? { ...document, lines: [] } : document);
};

/** What of a torn document is left says which number comes after it. */
const serialIn = (text: string): number => Number(/"serial":\s*(\d{1,15})/.exec(text)?.[1] ?? 0);

const corrupt = (file: string, problem: StateDefect): ParsedState => ({
  diagnostic: diagnostic("CHR-STATE-CORRUPT", "error", { file, line: 1, problem, place: "" }, { file, line: 1, column: 1 }),
});
