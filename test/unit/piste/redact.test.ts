import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/model/secret.ts";
import { createRedactor, redactDeep } from "../../../src/piste/redact.ts";

const secretText = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 6, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("\\", '"', "%", "+", " ", "/", "é", "a"), minLength: 6, maxLength: 20 }),
);

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  url: (text) => encodeURIComponent(text),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  lowerCaseUrl: (text) => encodeURIComponent(text).replaceAll(/%../g, (escape) => escape.toLowerCase()),
  json: (text) => JSON.stringify(text).slice(1, -1),
  asciiJson: (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  urlTwice: (text) => encodeURIComponent(encodeURIComponent(text)),
  jsonTwice: (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  base64InUrl: (text) => encodeURIComponent(Buffer.from(text).toString("base64")),
};

describe("createRedactor", () => {
  it.each(Object.entries(ENCODINGS))("hides %s", (_, encode) => {
    fc.assert(
      fc.property(secretText, fc.string(), fc.string(), (secret, before, after) => {
        const redact = createRedactor([new Secret(secret)]);
        expect(redact(`${before}|${encode(secret)}|${after}`)).not.toContain(encode(secret));
        expect(redact(encode(secret))).toBe("[secret]");
      }),
    );
  });

  it("hides what is inside a base64 text, whatever surrounds it", () => {
    fc.assert(
      fc.property(secretText, fc.string(), fc.string(), (secret, login, after) => {
        const header = Buffer.from(`${login}:${secret}${after}`).toString("base64");
        const left = createRedactor([new Secret(secret)])(header);
        expect(left).toContain("[secret]");
        // Of what is left, no piece of base64 still says the secret.
        for (const piece of left.split("[secret]")) {
          expect(Buffer.from(piece, "base64").toString("utf8")).not.toContain(secret);
        }
      }),
    );
  });

  it("does not get lost in a text made for it", () => {
    const redact = createRedactor([new Secret(`${"\\\\".repeat(10)}"%%%%25 `)]);
    // Backtracking would take longer than any test may.
    for (const text of ["\\\\".repeat(50_000), "%25".repeat(50_000), `%${"25".repeat(50_000)}`]) expect(redact(text)).toBe(text);
  });

  it("hides the longer of two secrets that begin alike", () => {
    const redact = createRedactor([new Secret("abcdef"), new Secret("abcdefghij")]);
    expect(redact("x abcdefghij y abcdef")).toBe("x [secret] y [secret]");
  });

  it("hides headers whose value it was not told", () => {
    const redact = createRedactor([]);
    expect(redact("Authorization: Bearer abc.def")).toBe("Authorization: Bearer [secret]");
    expect(redact('{"cpro-account":"bG9naW46cGFzcw=="}')).toBe('{"cpro-account":"[secret]"}');
  });

  it("leaves other texts alone, and secrets that are too short to be any", () => {
    expect(createRedactor([new Secret("")])("text")).toBe("text");
    expect(createRedactor([new Secret("a")], { shortest: 6 })("banana")).toBe("banana");
    expect(createRedactor([new Secret("s3cr3t")])("nothing here, $& and $1")).toBe("nothing here, $& and $1");
  });
});

describe("redactDeep", () => {
  it("goes through texts, names and numbers, and nothing else", () => {
    const redact = createRedactor([new Secret("123456")]);
    const value = JSON.parse('{"a":["x123456"],"k123456":null,"n":123456,"m":7,"b":true,"__proto__":"123456"}') as unknown;
    expect(JSON.stringify(redactDeep(value, redact))).toBe(
      '{"a":["x[secret]"],"k[secret]":null,"n":"[secret]","m":7,"b":true,"__proto__":"[secret]"}',
    );
  });
});
