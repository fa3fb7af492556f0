import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { Question } from "../../../src/model/question.ts";
import { questionKey } from "../../../src/model/question.ts";
import { renaming } from "../../../src/model/renaming.ts";
import { describeSource, secretReference } from "../../../src/model/secret-source.ts";

describe("a new name", () => {
  it.each([
    ["production/structure/lyon", "production/structure/rh%C3%B4ne"],
    ["production/structure/nantes", "production/structure/nantes"],
    ["production/rattachement/compte/lyon", "production/rattachement/compte/rh%C3%B4ne"],
    ["production/raccordement/appli/lyon", "production/raccordement/site/rh%C3%B4ne"],
    // The second is an API, an espace, a service's code: nobody's to rename.
    ["production/subscription/appli/lyon", "production/subscription/site/lyon"],
    ["production/cgu/appli/lyon", "production/cgu/site/lyon"],
    ["production/espace/lyon/lyon", "production/espace/rh%C3%B4ne/lyon"],
    ["production/service/lyon/lyon", "production/service/rh%C3%B4ne/lyon"],
    ["no address", "no address"],
  ])("of %s is %s", (old, now) => {
    expect(renaming([{ from: "lyon", to: "rhône" }, { from: "appli", to: "site" }])?.(old as Address)).toBe(now);
  });

  it("is none where nothing was renamed", () => {
    expect([renaming(undefined), renaming([])]).toEqual([undefined, undefined]);
  });
});

describe("the place of a secret", () => {
  it.each([
    [{ env: "PISTE_SECRET" }, { from: "environment", variable: "PISTE_SECRET" }, "$PISTE_SECRET"],
    [{ file: "secrets/piste" }, { from: "file", file: "secrets/piste" }, "secrets/piste"],
    [{ file: "secrets.json", key: "piste" }, { from: "file", file: "secrets.json", key: "piste" }, "secrets.json piste"],
    [{ command: ["pass", "show"] }, { from: "command", command: ["pass", "show"] }, "pass"],
    [{ command: ["sops", "-d", "s.yaml"], key: "piste" }, { from: "command", command: ["sops", "-d", "s.yaml"], key: "piste" }, "sops piste"],
  ])("%o is named to a person without what follows the program", (source, reference, shown) => {
    expect(secretReference(source)).toStrictEqual(reference);
    expect(describeSource(source)).toBe(shown);
  });
});

describe("the key of a question", () => {
  const through = { environment: "production", application: "app" } as const;
  const structure = { ...through, ask: "espace-enabled", account: "a", identifier: "1", identifierType: "SIRET", detail: "x" } as const;
  const ALIKE: readonly Question[] = [structure, { ...structure, orElse: "b" }];
  const OTHERS: readonly Question[] = [
    { ...structure, detail: "y" },
    { ...structure, identifier: "2" },
    { ...structure, identifierType: "RIDET" },
    { ...structure, account: "b" },
    { ...structure, application: "other" },
    { ...structure, environment: "qualification" },
    { ...structure, ask: "attached" },
    { ...through, ask: "token" },
    { ...through, ask: "subscribed", api: "factures" },
    { ...through, ask: "subscribed", api: "structures" },
    { ...through, ask: "reach", account: "a" },
    { ...through, ask: "reach", account: "b" },
    { ...through, ask: "account-login", account: "a" },
  ];

  it("is one for what has one answer, and another for everything else", () => {
    expect(new Set(ALIKE.map(questionKey)).size).toBe(1);
    expect(new Set([structure, ...OTHERS].map(questionKey)).size).toBe(OTHERS.length + 1);
  });

  it("keeps its parts apart", () => {
    expect(questionKey({ ...through, ask: "subscribed", application: "a", api: "bc" })).not.toBe(questionKey({ ...through, ask: "subscribed", application: "ab", api: "c" }));
  });
});
