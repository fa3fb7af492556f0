import { expect, it } from "vitest";
import { decodeLegacy, encodeLegacy } from "../../../src/config/legacy-text.ts";

/** What Windows' code page has between the controls and Latin 1, and five bytes that it leaves out. */
const BETWEEN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);

it("reads Windows' code page whole, on every Node: its typographic characters too", () => {
  const text = decodeLegacy(Uint8Array.from([...Buffer.from("Ch\u00e2teau ", "latin1"), ...ALL]));
  expect(text.slice(8)).toBe(`${Buffer.from(ALL).toString("latin1").slice(0, 128)}${BETWEEN}${Buffer.from(ALL).toString("latin1").slice(160)}`);
  expect(decodeLegacy(Buffer.from("L\u0092\u008cuvre du C\u009cur \u0096 d\u00e9p\u00f4t \u0080", "latin1"))).toBe("L’Œuvre du Cœur – dépôt €");
});

it("tells a Mac's page by its accents", () => {
  expect(decodeLegacy(Uint8Array.from([0x64, 0x8e, 0x70, 0x99, 0x74, 0x20, 0x43, 0xcf, 0x75, 0x72]))).toBe("dépôt Cœur");
});

it("writes back what it read, and nothing that the page lacks", () => {
  const bytes = Buffer.from("L\u0092\u008cuvre du C\u009cur \u0096 d\u00e9p\u00f4t \u0080", "latin1");
  const encode = encodeLegacy(bytes);
  expect(Buffer.from(encode(decodeLegacy(bytes)) ?? []).equals(bytes)).toBe(true);
  expect(encode("Ω")).toBeUndefined();
});
