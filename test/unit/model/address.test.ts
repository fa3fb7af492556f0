import { expect, it } from "vitest";
import { address, environmentOf, isAddress, kindOf, KINDS, parseAddress } from "../../../src/model/address.ts";

it.each([
  ["lyon", "production/structure/lyon"],
  ["api@exemple.fr", "production/structure/api@exemple.fr"],
  ["a_b-c.D9", "production/structure/a_b-c.D9"],
  ["Menuiserie / Été", "production/structure/Menuiserie%20%2F%20%C3%89t%C3%A9"],
  ["é@exemple.fr", "production/structure/%C3%A9@exemple.fr"],
  ["é", "production/structure/%C3%A9"],
  ["/", "production/structure/%2F"],
  ["100%", "production/structure/100%25"],
])("« %s » is written %s, and read back", (name, text) => {
  expect(address("production", "structure", name)).toBe(text);
  expect(parseAddress(text)).toEqual({ environment: "production", kind: "structure", names: [name] });
  expect(isAddress(text)).toBe(true);
});

it("has as many names as its kind has", () => {
  const text = address("qualification", "espace", "lyon", "factures à valider");
  expect(text).toBe("qualification/espace/lyon/factures%20%C3%A0%20valider");
  expect(parseAddress(text)?.names).toEqual(["lyon", "factures à valider"]);
  expect([environmentOf(text), kindOf(text)]).toEqual(["qualification", "espace"]);
});

it("is of every kind", () => {
  for (const kind of KINDS) expect(parseAddress(`production/${kind}/x`)?.kind).toBe(kind);
});

it.each(["", "production", "production/structure", "production/structure/", "production/structure/lyon/", "recette/structure/lyon", "production/structures/lyon", "production/structure/%E9", "/structure/lyon"])(
  "« %s » is none",
  (text) => {
    expect(parseAddress(text)).toBeUndefined();
    expect(isAddress(text)).toBe(false);
  },
);
