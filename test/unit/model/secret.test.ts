import { inspect } from "node:util";
import { expect, it } from "vitest";
import { Secret } from "../../../src/model/secret.ts";

it("is opaque to everything but the one who reveals it", () => {
  const secret = new Secret("hunter2");
  const shown = [String(secret), ["secret: ", secret].join(""), JSON.stringify({ secret }), inspect(secret), inspect({ deep: [secret] }, { showHidden: true })];
  for (const text of shown) expect(text).not.toContain("hunter2");
  for (const text of [String(secret), JSON.parse(JSON.stringify(secret)), inspect(secret), secret.toString()]) expect(text).toBe("[secret]");
  expect(structuredClone(Object.keys(secret))).toEqual([]);
  expect(secret.reveal()).toBe("hunter2");
});
