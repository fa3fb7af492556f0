import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, it, onTestFinished } from "vitest";
import { parseDocument, serializeDocument } from "../../../src/state/http/document.ts";
import { STATE_VERSION } from "../../../src/state/serialize-state.ts";
import type { State } from "../../../src/state/state.ts";
import { BASIC, httpPlace } from "../../support/http-place.ts";
import { proven } from "../../support/proven.ts";
import { startStateServer } from "../../support/state-server.ts";
import { openPlace } from "../../support/store-place.ts";

const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), "utf8")) as object;

const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true }).addSchema(schemaOf("state")).compile(schemaOf("state-document"));

const { subject, record } = proven("siege");
const STATE: State = { lineage: "3f6c", records: new Map([[record.address, record]]), subjects: new Map([[record.address, subject]]) };
const WRITTEN = JSON.parse(serializeDocument(STATE, 12)) as Readonly<Record<string, unknown>> & { readonly lines: readonly object[] };

it("is what its schema says, in all that a server is sent", async () => {
  const server = await startStateServer(BASIC);
  onTestFinished(() => server.close());
  const place = httpPlace(server);
  await (await openPlace(place)).commit([proven("siege"), proven("lyon")], []);
  await (await openPlace(place)).commit([], [subject]);
  await (await openPlace(place)).replace(STATE);
  expect(server.versions).toHaveLength(3);
  for (const text of server.versions) {
    validate(JSON.parse(text ?? ""));
    expect(validate.errors).toBe(null);
  }
});

it.each([
  ["as it was written", WRITTEN, undefined],
  ["without a line", { ...WRITTEN, lines: [] }, undefined],
  ["of an older format", { ...WRITTEN, version: 1 }, undefined],
  ["of somebody else", { ...WRITTEN, chorus: "terraform" }, "CHR-STATE-CORRUPT"],
  ["with a version in words", { ...WRITTEN, version: "2" }, "CHR-STATE-CORRUPT"],
  ["without a serial number", { ...WRITTEN, serial: undefined }, "CHR-STATE-CORRUPT"],
  ["with half a serial number", { ...WRITTEN, serial: 1.5 }, "CHR-STATE-CORRUPT"],
  ["of no lineage", { ...WRITTEN, lineage: " " }, "CHR-STATE-CORRUPT"],
  ["with what nobody knows", { ...WRITTEN, extra: 1 }, "CHR-STATE-CORRUPT"],
  ["whose lines are none", { ...WRITTEN, lines: {} }, "CHR-STATE-CORRUPT"],
  ["with a line that is text", { ...WRITTEN, lines: [JSON.stringify(WRITTEN.lines[0])] }, "CHR-STATE-CORRUPT"],
  ["with a line of something else", { ...WRITTEN, lines: [...WRITTEN.lines, { subject: "production/structure/lyon", records: [{ type: 1 }] }] }, "CHR-STATE-CORRUPT"],
])("is read where it is what its schema says, and refused where it is not: %s", async (_, value, code) => {
  const document: unknown = JSON.parse(JSON.stringify(value));
  const read = await parseDocument(JSON.stringify(document), "the server");
  expect("diagnostic" in read ? read.diagnostic.code : undefined).toBe(code);
  expect(validate(document)).toBe(code === undefined);
});

it("says of a newer one that it is newer, whatever else it holds", async () => {
  const read = await parseDocument(JSON.stringify({ chorus: "state", version: STATE_VERSION + 1, serial: 4, rows: [] }), "the server");
  expect(read).toMatchObject({ serial: 4, diagnostic: { code: "CHR-STATE-NEWER" } });
});
