import { describe, expect, test } from "vitest";
import { defined } from "../../../src/model/defined.ts";
import type { Trace } from "../../../src/model/trace.ts";

describe("defined", () => {
  test("leaves out what is undefined, and keeps the order of the rest", () => {
    const trace: Trace = defined({ request: "GET /", status: undefined, correlationId: "id", at: 0, tries: 1 });
    expect(Object.entries(trace)).toEqual([
      ["request", "GET /"],
      ["correlationId", "id"],
      ["at", 0],
      ["tries", 1],
    ]);
  });

  test("keeps what is false, empty or null", () => {
    expect(defined<Record<string, unknown>>({ no: false, none: "", zero: 0, null: null })).toStrictEqual({ no: false, none: "", zero: 0, null: null });
  });

  test("is the same object where nothing is undefined, and another where anything is", () => {
    const whole: Trace = { request: "GET /", at: 0, tries: 1 };
    const empty = { status: undefined };
    expect([defined<Trace>(whole) === whole, Object.keys(defined<Partial<Trace>>(empty))]).toEqual([true, []]);
  });

  test("is checked against the type that is wanted", () => {
    // @ts-expect-error: a member that the type does not know
    const unknown: Trace = defined({ request: "GET /", at: 0, tries: 1, statut: 200 });
    // @ts-expect-error: undefined where a value is needed
    const missing: Trace = defined({ request: undefined, at: 0, tries: 1 });
    expect([unknown, missing]).toHaveLength(2);
  });
});
