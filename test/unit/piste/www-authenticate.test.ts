import { describe, expect, it } from "vitest";
import { parseWwwAuthenticate } from "../../../src/piste/www-authenticate.ts";

describe("parseWwwAuthenticate", () => {
  it.each([
    [undefined, []],
    ["", []],
    ["Bearer", []],
    ['Bearer realm="PISTE"', [{ scheme: "bearer", realm: "PISTE" }]],
    [
      'Bearer realm="DefaultRealm",error="invalid_token",error_description="The access token, expired"',
      [{ scheme: "bearer", realm: "DefaultRealm", error: "invalid_token", error_description: "The access token, expired" }],
    ],
    [
      'Basic realm="a, b=c", Bearer realm = x , error=invalid_token',
      [
        { scheme: "basic", realm: "a, b=c" },
        { scheme: "bearer", realm: "x", error: "invalid_token" },
      ],
    ],
    ['Bearer realm="with \\"quotes\\""', [{ scheme: "bearer", realm: 'with "quotes"' }]],
    ['BEARER Realm="X"', [{ scheme: "bearer", realm: "X" }]],
    ['=,"', []],
  ])("%s", (header, challenges) => {
    expect(parseWwwAuthenticate(header)).toEqual(challenges);
  });

  it("takes no time over a hostile header", () => {
    expect(parseWwwAuthenticate(`Bearer realm="${'\\"'.repeat(8_000)}`)).toHaveLength(1);
    expect(parseWwwAuthenticate("a ".repeat(8_000))).toEqual([]);
    expect(parseWwwAuthenticate(`Bearer a=${" ".repeat(16_000)}`)).toHaveLength(1);
  });
});
