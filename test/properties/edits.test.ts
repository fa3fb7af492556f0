import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLIENT_HEADERS, type ClientHeader } from "../../src/config/csv/header-names.ts";
import { readTable } from "../../src/config/csv/table.ts";
import { encodedText } from "../../src/config/edit/encoded-text.ts";
import { insertPairs } from "../../src/config/edit/insert-pairs.ts";
import { insertRow } from "../../src/config/edit/insert-row.ts";
import { withAdded } from "../../src/config/edit/with-added.ts";
import { parseYaml } from "../../src/config/parse-yaml.ts";
import { valueAt } from "../../src/config/path.ts";
import { sourceText } from "../../src/config/source-text.ts";
import { plainDocuments } from "./yaml-documents.ts";

const KEY = "added-by-the-test";
const dataOf = async (text: string): Promise<unknown> => (await parseYaml(sourceText("a.yaml", text))).parsed?.data;

/** Adds a pair as `chorus add structure` does; what stands there afterwards is the old data and the pair. */
const addTo = async (text: string, path: readonly string[], value = "12345678200010"): Promise<void> => {
  const { parsed } = await parseYaml(sourceText("a.yaml", text));
  if (parsed === undefined) throw new Error(`no YAML: ${text}`);
  const insertion = insertPairs(await parsed.nodes(), path, [{ key: KEY, value }]);
  if (insertion === undefined) throw new Error(`no place: ${text}`);
  const { at, text: put } = insertion;
  const after = text.slice(0, at) + put + text.slice(at);
  expect(await dataOf(after), after).toEqual(withAdded(parsed.data, [...path, KEY], valueAt(await dataOf(`a: ${value}`), ["a"])));
};

const isMap = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

describe("a pair added to YAML is the only thing that changes", () => {
  it("in any document of the plain style, at any map of its root, and where there is none", async () => {
    await fc.assert(
      fc.asyncProperty(plainDocuments, async (text) => {
        const data = (await dataOf(text)) as Readonly<Record<string, unknown>>;
        for (const key of Object.keys(data)) if (isMap(data[key])) await addTo(text, [key]);
        await addTo(text, []);
        await addTo(text, ["new-map"]);
        await addTo(text, ["new-map", "below", "it"], '{ identifiant: 1, nom: "a: b" }');
      }),
      { numRuns: 400 },
    );
  });

  it("among comments, blank lines, quotes, brackets over several lines, block scalars and marks", async () => {
    const entry = fc.constantFrom("siege: 12345678200010", 'lyon: "12345678200028" # a comment', "paris: '12345678200036'", "b: { identifiant: 1,\n    nom: x } # c", "c:\n    identifiant: 1\n    nom: |\n      text\n\n", "d: |+\n    kept\n\n", "e:\n    nom: >-\n      folded\n      text", "f: &anchor 7", 'g: "two\n    lines"', "h: [a,\n    b]", "i:\n    - x\n    - y: 1\n      z: 2");
    const gap = fc.constantFrom("", "\n", "  # a comment\n", "# at the edge\n", "\n\n");
    const document = fc.tuple(fc.uniqueArray(entry, { minLength: 1 }), fc.array(gap, { minLength: 12, maxLength: 12 }), fc.constantFrom("", "---\n"), fc.constantFrom("", "\n", "\nother: 1\n", "\n# end\n", "\n\n\nx: 1"), fc.boolean());
    await fc.assert(
      fc.asyncProperty(document, async ([entries, gaps, begin, end, isDos]) => {
        const body = entries.map((text, at) => `${gaps[at] ?? ""}  ${text}`).join("\n");
        const text = `${begin}version: 1\n${gaps.at(-1) ?? ""}structures: # ours\n${body}${end}`.replaceAll("\n", isDos ? "\r\n" : "\n");
        await addTo(text, ["structures"]);
        await addTo(text, ["qualification"]);
      }),
      { numRuns: 600 },
    );
  });
});

describe("a row added to CSV is the only thing that changes", () => {
  const cell = fc.oneof(fc.constantFrom("", "C1", "Mairie d’Évry", "a;b", 'say "no"', "a,b", "1", "é"), fc.stringMatching(/^[a-z0-9 ]{0,6}$/).map((text) => text.trim()));
  const list = fc.record({
    others: fc.uniqueArray(fc.constantFrom("nom", "login", "Ville", "etat", "Raison"), { maxLength: 3 }),
    rows: fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 4 }),
    delimiter: fc.constantFrom(";", ",", "\t"),
    eol: fc.constantFrom("\n", "\r\n", "\r"),
    end: fc.boolean(),
    quotes: fc.boolean(),
    encoding: fc.constantFrom("utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", "windows-1252"),
  });

  it("in any encoding, with any separator and end of line", async () => {
    await fc.assert(
      fc.asyncProperty(list, async ({ others, rows, delimiter, eol, end, quotes, encoding }) => {
        const headers = ["code", "siret", ...others];
        const written = [headers, ...rows.map((cells) => ["C0", ...cells].slice(0, headers.length))].map((cells) =>
          cells.map((text) => (quotes || /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter));
        const bytes = encode(written.join(eol) + (end ? eol : ""), encoding);
        const encoded = encodedText(bytes);
        const { table } = await readTable(sourceText("c.csv", encoded?.text ?? ""));
        if (encoded === undefined || table === undefined) throw new Error("unread");
        const cells = new Map<ClientHeader, string>([["code", "C9"], ["siret", "12345678200010"]]);
        if (others.includes("nom")) cells.set("nom", 'Été; "suite", fin');
        const insertion = insertRow(encoded.text, table, cells);
        if (insertion === undefined) throw new Error("no place");
        const after = encoded.insert(insertion.at, insertion.text);
        if (after === undefined) throw new Error("not encoded");
        expect(Buffer.from(after.slice(0, bytes.length))).toEqual(Buffer.from(bytes));
        const { table: next } = await readTable(sourceText("c.csv", encodedText(after)?.text ?? ""));
        expect(next?.rows.slice(0, -1)).toEqual(table.rows);
        expect(next?.rows.at(-1)).toEqual(headers.map((header) => cells.get(CLIENT_HEADERS.find((one) => one === header) ?? "type") ?? ""));
      }),
      { numRuns: 600 },
    );
  });
});

const encode = (text: string, encoding: string): Uint8Array => {
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  if (encoding === "windows-1252") return Buffer.from(text.replaceAll("’", "'"), "latin1");
  return Buffer.from(encoding === "utf-8" ? text : `\ufeff${text}`);
};
