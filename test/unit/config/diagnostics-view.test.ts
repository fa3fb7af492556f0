import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { diagnostic, type Location } from "../../../src/diagnostics/diagnostic.ts";
import { sourceText } from "../../../src/config/source-text.ts";
import { renderDiagnosticsJson, renderDiagnosticsText } from "../../../src/views/diagnostics.ts";

const show = (where: Location, width = 80, colour = false): readonly string[] =>
  renderDiagnosticsText([diagnostic("CHR-CONFIG-EMPTY", "error", { key: "a" }, where)], {
    language: "fr",
    palette: createColors(colour),
    width,
  }).split("\n");

const hide = (line: string): string | undefined => sourceText("a", line).at(0, 1).source;

const at = (text: string, word: string): Location => {
  const start = text.indexOf(word);
  return sourceText("a.yaml", text).at(start, start + word.length);
};

describe("the frame of a diagnostic", () => {
  it("puts carets under the word", () => {
    expect(show(at("a: 1\nclef: valeur # note\n", "valeur"))).toEqual([
      "a.yaml:2:7 erreur : Valeur vide CHR-CONFIG-EMPTY",
      "2 | clef: valeur # note",
      "  |       ^^^^^^",
      expect.stringContaining("Aucune valeur"),
      expect.stringContaining("→"),
      "",
      "",
    ]);
  });

  it("counts wide characters as two columns and marks as none", () => {
    expect(show(at("日本: 漢字 x", "漢字")).slice(1, 3)).toEqual(["1 | 日本: 漢字 x", "  |       ^^^^"]);
    expect(show(at("e\u0301te\u0301: non", "non")).slice(1, 3)).toEqual(["1 | e\u0301te\u0301: non", "  |      ^^^"]);
  });

  it("expands tabs", () => {
    expect(show(at("a:\tb", "b")).slice(1, 3)).toEqual(["1 | a:  b", "  |     ^"]);
  });

  it("cuts long lines around the place", () => {
    const [, source = "", caret = ""] = show(at(`${"a".repeat(5000)} ICI ${"b".repeat(5000)}`, "ICI"), 60);
    expect(source.length).toBeLessThanOrEqual(60);
    expect(source.slice(caret.indexOf("^"), caret.indexOf("^") + 3)).toBe("ICI");
    expect(source).toMatch(/^1 \| ….*…$/);
  });

  it("spells out what would act on a terminal", () => {
    const [, source] = show(at("a: \u001b[31mrouge\u001b[0m\u202e fin", "fin"));
    expect(source).toBe("1 | a: \\u{1b}[31mrouge\\u{1b}[0m\\u{202e} fin");
    const found = diagnostic("CHR-CONFIG-NAME", "error", { name: "\u001b]0;titre\u0007" });
    const text = renderDiagnosticsText([found], { language: "en", palette: createColors(false), width: 80 });
    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("\u0007");
  });

  it("hides values of keys that speak of secrets, not where secrets are", () => {
    expect(hide("password: hunter2")).toBe("password: *******");
    expect(hide("  motDePasse: 'hunter2' # note")).toBe("  motDePasse: ********* # note".replace("* # note", "* # note"));
    expect(hide("mdp=hunter2, x: 1")).toBe("mdp=*******, x: 1");
    expect(hide("password: { env: NOM }")).toBe("password: { env: NOM }");
    expect(hide("secrets: chez-le-client")).toBe("secrets: chez-le-client");
  });

  it("uses colour where there is some", () => {
    expect(show(at("a: b", "b"), 80, true)[0]).toContain("\u001b[31m");
  });

  it("is data for tools", () => {
    const found = diagnostic("CHR-CONFIG-EMPTY", "error", { key: "a" }, at("a: b", "b"));
    expect(JSON.parse(renderDiagnosticsJson([found], "en"))).toEqual({
      format: "chorus-diagnostics",
      version: 1,
      diagnostics: [
        {
          code: "CHR-CONFIG-EMPTY",
          severity: "error",
          message: expect.stringMatching(/^Empty value\. /) as string,
          hint: expect.any(String) as string,
          file: "a.yaml",
          line: 1,
          column: 4,
          endColumn: 5,
          arguments: { key: "a" },
        },
      ],
    });
  });
});
