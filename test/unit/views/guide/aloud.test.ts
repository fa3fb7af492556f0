import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spokenMessages } from "../../../../src/messages/guide-messages.ts";
import { readAloud, readUrl } from "../../../../src/views/guide/aloud.ts";
import { shown } from "../../../../src/views/text/wrap.ts";

const fr = spokenMessages("fr");
const en = spokenMessages("en");

const aloud = (argument: string, value: string, words = fr) => shown(readAloud(argument, value, words).aloud);

describe("values read aloud", () => {
  test.each([
    ["identifiant", "73282932000074", "7 3 2, 8 2 9, 3 2 0, 0 0 0 7 4"],
    ["identifiant", "0123456789", "0 1 2, 3 4 5, 6 7 8, 9"],
    ["telephone", "0123456789", "0 1, 2 3, 4 5, 6 7, 8 9"],
    ["telephone", "+33 4 72 00 00 01", "plus 3 3, 4, 7 2, 0 0, 0 0, 0 1"],
    ["telephone", "+32 2 123 45 67", "plus 3 2, 2 1, 2 3, 4 5, 6 7"],
    ["email", "a.b-c@exemple.fr", "a, point, b, tiret, c, arobase, e x e m p l e, point, f r"],
    ["login", "TECH_1_73282932000074@cpro.fr", "T E C H en majuscules, tiret bas, 1, tiret bas, 7 3 2, 8 2 9, 3 2 0, 0 0 0 7 4, arobase, c p r o, point, f r"],
    ["nom", "Élodie", "E accent aigu majuscule, l o d i e"],
    ["application", "GESTION 2026", "G E S T I O N, espace, 2 0 2 6"],
  ])("%s %s", (argument, value, expected) => {
    expect(aloud(argument, value)).toBe(expected);
  });

  test("in English with its own words", () => {
    const { hints = "" } = readAloud("application", "EXEMPLE-BTP", en);
    expect(aloud("application", "EXEMPLE-BTP", en)).toBe("E X E M P L E, hyphen, B T P");
    expect(hints).toBe("all in capitals; B as in Bravo, M as in Mike, P as in Papa, T as in Tango");
    expect(readAloud("identifiant", "73282932000074", en).hints).toBe("14 digits");
  });

  test("an address of the web, by its words", () => {
    expect(readUrl("https://portail.chorus-pro.gouv.fr", fr)).toBe("portail, point, chorus, tiret, pro, point, gouv, point, fr");
  });

  test("no digit is lost, added or moved", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), fc.constantFrom("identifiant", "telephone"), (digits, argument) => {
        expect(aloud(argument, digits).replaceAll(/[ ,]/g, "")).toBe(digits);
      }),
    );
  });

  test("no letter is lost, added or moved", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,30}$/), (name) => {
        expect(aloud("application", `${name}X`).replaceAll(/[ ,]/g, "")).toBe(`${name}X`);
      }),
    );
  });
});
