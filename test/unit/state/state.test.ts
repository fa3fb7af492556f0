import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { address, type Address } from "../../../src/model/address.ts";
import type { Condition, Evidence, ResourceRecord } from "../../../src/model/condition.ts";
import { toInstant, type Instant } from "../../../src/model/instant.ts";
import { parseState } from "../../../src/state/parse-state.ts";
import { serializeState } from "../../../src/state/serialize-state.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { emptyState, type State } from "../../../src/state/state.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../../schemas/state.schema.json"), "utf8")) as object;
const validate = new Ajv({ strict: true, strictRequired: false }).compile(schema);

const instant: fc.Arbitrary<Instant> = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((seconds) => toInstant(seconds * 1000));
const name = fc.oneof(fc.constantFrom("siege", "lyon", "=", "~", "a/b", "é", "C00417", "%41", " "), fc.string({ minLength: 1, maxLength: 8 })).filter((text) => !/[\uD800-\uDFFF]/.test(text));
const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({ by: fc.constant("api" as const), request: fc.constant("POST /cpro/structures/v1/rechercher"), status: fc.constantFrom(200, 403), correlationId: fc.constant("Id-1 0"), tries: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: ["by", "request", "tries"] }),
  fc.record({ by: fc.constant("inference" as const), from: fc.constant([address("production", "credentials", "a")]) }),
  fc.record({ by: fc.constant("attestation" as const), at: instant, until: instant }),
);
const condition: fc.Arbitrary<Condition> = fc
  .record(
    {
      type: fc.constantFrom("Active" as const, "Left" as const),
      status: fc.constantFrom("true" as const, "false" as const),
      reason: fc.constantFrom("structure-active" as const, "attested" as const),
      proof: fc.constantFrom("verified" as const, "inferred" as const, "attested" as const),
      since: instant,
      provenAt: instant,
      evidence,
      fact: fc.constantFrom({ fact: "beyond", count: 2 } as const, { fact: "expiry", expiresAt: toInstant(0) } as const),
    },
    { requiredKeys: ["type", "status", "reason", "proof", "since", "provenAt"] },
  )
  .map((made) => (made.proof === "attested" ? { ...made, reason: "attested" as const } : made));
const contradicted: fc.Arbitrary<Condition> = fc.record({
  type: fc.constant("Declared" as const),
  status: fc.constant("unknown" as const),
  reason: fc.constant("refused-as-if-not-connected" as const),
  proof: fc.constant("none" as const),
  unknown: fc.constant("contradicted" as const),
  since: instant,
  evidence,
});

interface Made {
  readonly subject: Address;
  readonly record: ResourceRecord;
}
const environment = fc.constantFrom("qualification" as const, "production" as const);
const made: fc.Arbitrary<Made> = fc
  .record({
    environment,
    subject: name,
    other: name,
    kind: fc.constantFrom("structure" as const, "espace" as const, "raccordement" as const),
    conditions: fc.array(fc.oneof(condition, contradicted), { minLength: 1, maxLength: 3 }),
    covers: fc.option(fc.constantFrom("0123abcd", "ffffffff"), { nil: undefined }),
    voided: fc.option(fc.record({ at: instant, attestedAt: instant }), { nil: undefined }),
  })
  .map(({ environment: where, subject, other, kind, conditions, covers, voided }) => {
    const of = address(where, "structure", subject);
    const names = kind === "structure" ? [subject] : kind === "espace" ? [subject, other] : [other, subject];
    return {
      subject: of,
      record: {
        address: kind === "structure" ? of : address(where, kind, ...names),
        conditions,
        ...(covers === undefined ? {} : { covers }),
        ...(voided === undefined ? {} : { voided }),
      },
    };
  });
const states: fc.Arbitrary<State> = fc.array(made, { maxLength: 12 }).map((all) => changeState(emptyState("lineage"), all));

const parsed = async (text: string): Promise<State> => {
  const result = await parseState(text, "state");
  if ("diagnostic" in result) throw new Error(JSON.stringify(result.diagnostic));
  return result.state;
};
const codeOf = async (text: string) => {
  const result = await parseState(text, "chorus.state.jsonl");
  return "diagnostic" in result ? [result.diagnostic.code, (result.diagnostic.arguments as { line?: number }).line] : [];
};

const HEADER = '{"chorus":"state","version":1,"lineage":"l"}\n';

describe("the state as text", () => {
  it("comes back as it was, every record with its address and its subject", async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        // A line lends what it covers to records that say nothing: those were written before there was any.
        const again = await parsed(serializeState(state));
        expect([...again.records.keys()].toSorted()).toEqual([...state.records.keys()].toSorted());
        expect(again.subjects).toEqual(state.subjects);
        for (const [of, record] of state.records) {
          const { covers, ...rest } = record;
          const { covers: known, ...restKnown } = again.records.get(of) ?? { conditions: [], address: of };
          expect(restKnown).toEqual(rest);
          if (covers !== undefined) expect(known).toBe(covers);
        }
      }),
    );
  });

  it("is the same bytes whatever the order of the records, and every line fits the schema", () => {
    fc.assert(
      fc.property(states, (state) => {
        const text = serializeState(state);
        const shuffled = { ...state, records: new Map([...state.records].toReversed()), subjects: new Map([...state.subjects].toReversed()) };
        expect(serializeState(shuffled)).toBe(text);
        for (const line of text.trim().split("\n")) {
          validate(JSON.parse(line));
          expect(validate.errors).toBe(null);
        }
      }),
    );
  });

  it("of the first format, which had no word for what proved a fact before, reads as one of today", async () => {
    const drifted = '{"subject":"production/structure/a","records":[{"type":"Active","status":"false","reason":"structure-inactive","since":"2026-11-24T09:12:00Z","wasTrue":true,"request":"POST /a"}]}';
    const was = '"wasTrue":true,"was":{"reason":"structure-active","since":"2026-11-01T09:12:00Z","request":"POST /a","id":"Id-1"}';
    const first = await parsed(`{"chorus":"state","version":1,"lineage":"l"}\n${drifted}\n`);
    expect(serializeState(first)).toBe(`{"chorus":"state","version":2,"lineage":"l"}\n${drifted}\n`);
    const second = `{"chorus":"state","version":2,"lineage":"l"}\n${drifted.replace('"wasTrue":true', was)}\n`;
    expect(serializeState(await parsed(second))).toBe(second);
  });

  it("begins with its header and ends with a newline", () => {
    const text = serializeState(emptyState("3f6c"));
    expect(text).toBe('{"chorus":"state","version":2,"lineage":"3f6c"}\n');
  });
});

describe("a state that cannot be read", () => {
  it.each([
    ["not JSON", `${HEADER}{"subject":`, 2, "json", ""],
    ["a conflict of Git's", `${HEADER}<<<<<<< HEAD\n`, 2, "json", ""],
    ["no header", '{"subject":"production/structure/a","records":[]}\n', 1, "header", ""],
    ["nothing", "", 1, "header", ""],
    ["about nothing", `${HEADER}{"records":[]}\n`, 2, "subject", ""],
    ["of a key that nobody knows", `${HEADER}{"subject":"production/structure/a","records":[],"x":1}\n`, 2, "form", ""],
    ["against the schema", `${HEADER}{"subject":"production/structure/a","records":[{"conditions":[{"type":"Nonsense","since":"2026-11-24T09:12:00Z"}]}]}\n`, 2, "form", "records.0.conditions.0.type"],
    ["two headers", `${HEADER}${HEADER}`, 2, "subject", ""],
    ["the same subject twice", `${HEADER}${'{"subject":"production/structure/a","records":[]}\n'.repeat(2)}`, 3, "twice", ""],
  ])("%s", async (_, text, line, problem, place) => {
    const parsed = await parseState(text, "chorus.state.jsonl");
    expect("diagnostic" in parsed && parsed.diagnostic).toMatchObject({ code: "CHR-STATE-CORRUPT", arguments: { line, problem, place }, where: { line } });
  });

  it("is refused where a newer Chorus wrote it", async () => {
    expect(await codeOf('{"chorus":"state","version":3,"lineage":"l"}\n{"anything":1}\n')).toEqual(["CHR-STATE-NEWER", undefined]);
  });
});
