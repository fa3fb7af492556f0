import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { UNBREAKABLE, unbroken, widthOf, wrap } from "../../../../src/views/text/wrap.ts";

describe("wrapping", () => {
  test("nothing quoted is broken, no line begins with punctuation", () => {
    expect(wrap("espace « Raccordements EDI et API » à ouvrir ; puis > Valider", 20)).toEqual([
      "espace",
      "« Raccordements EDI et API »",
      "à ouvrir ; puis >",
      "Valider",
    ]);
  });

  test("a number stays with what it counts", () => {
    expect(wrap("403 sur une route, 7 essais", 22)).toEqual(["403 sur une route,", "7 essais"]);
  });

  test("a command stays on one line", () => {
    expect(wrap(`aucune API ne le dit : ${unbroken("chorus attest production/espace/a/b")}`, 20)).toEqual([
      "aucune API ne le",
      "dit :",
      "chorus attest production/espace/a/b",
    ]);
  });

  test("wide characters count for two", () => {
    expect(wrap("日本語 日本語 日本語", 13)).toEqual(["日本語 日本語", "日本語"]);
  });

  test("nothing is lost, and a line is too wide only where it is one piece", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9:»«>]{1,12}$/)), fc.integer({ min: 5, max: 60 }), (words, width) => {
        const lines = wrap(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé日]{1,12}$/)), fc.integer({ min: 5, max: 60 }), (words, width) => {
        for (const line of wrap(words.join(" "), width)) expect(stringWidth(line) <= width || !line.includes(" ")).toBe(true);
      }),
    );
  });
});

test("takes the width of any text as the library does", () => {
  const ordinary = Array.from({ length: 0x2500 }, (_, code) => String.fromCharCode(code));
  for (const one of [...ordinary, UNBREAKABLE, "é", "e\u0301", "漢", "👩‍💻", "\u001b[1m"]) {
    expect([one, widthOf(`a${one}b`)]).toEqual([one, stringWidth(`a${one}b`)]);
  }
});
