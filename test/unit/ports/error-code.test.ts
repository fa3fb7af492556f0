import { describe, expect, test } from "vitest";
import { errorCode, hasCode } from "../../../src/ports/error-code.ts";

describe("the code of an error", () => {
  test.each([
    [Object.assign(new Error("no such file"), { code: "ENOENT" }), "ENOENT"],
    [Object.assign(new Error("a number is no code of the system"), { code: 2 }), undefined],
    [new Error("none"), undefined],
    ["ENOENT", undefined],
    [null, undefined],
  ])("%s: %s", (error, code) => {
    expect(errorCode(error)).toBe(code);
    expect(hasCode(error, "ENOENT", "ENOTDIR")).toBe(code === "ENOENT");
  });
});
