import fc from "fast-check";
import { expect, it } from "vitest";
import { fileNames } from "../../../../src/views/worklist/file-names.ts";

it("gives each code a name of its own, on every disk", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: fc.constantFrom("C", "c", "0", "1", " ", "-", ".", "_", "@", "é", "e\u0301", "O", "N", "n", "/", "%", "~") , minLength: 1, maxLength: 6 })), (codes) => {
      const names = fileNames(codes);
      expect(new Set(names.map((name) => name.normalize("NFKD").toLowerCase())).size).toBe(codes.length);
      for (const name of names) expect(name).not.toMatch(/[\\/:*?"<>| ]|^[.-]/);
    }),
  );
});

it("leaves ordinary codes as they are, and no device of Windows", () => {
  expect(fileNames(["C00417", "mairie_2", "été.1"])).toEqual(["C00417", "mairie_2", "été.1"]);
  expect(fileNames(["C 01", "C-01"])).toEqual(["C%2001", "C-01"]);
  for (const name of fileNames(["con", "NUL", "Com1", "aux.b"])) expect(name).toContain("~");
});

it("tells two people of one name apart", () => {
  expect(new Set(fileNames(["principal", "principal"])).size).toBe(2);
});
