import { describe, expect, it } from "vitest";
import { DAY_MS } from "../../../../src/model/instant.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { wantedResources, type Plan } from "../../../../src/plan/plan.ts";
import { rowClaims, type RowClaims } from "../../../../src/plan/report/row-claims.ts";
import { resourceAt } from "../../../support/hand-made.ts";
import { clients, example } from "../../../support/sized-configurations.ts";
import { desiredFrom } from "../../../support/world.ts";

/** What each row is about, without the environment that is its own. */
const told = (claims: readonly RowClaims[]) =>
  Object.fromEntries(
    claims.map(({ environment, subject, name, own, beyond }) => {
      const short = (address: string): string => address.replace(`${environment}/`, "");
      return [`${environment} ${subject} ${name}`, [own.map(({ address }) => short(address)).join(" "), beyond.map(short).join(" ")]];
    }),
  );

const claimsOf = (resources: readonly Resource[], desired: object = {}) =>
  rowClaims({ assessed: resources.map((resource) => ({ resource })), input: { desired: { environments: {}, ...desired } } } as unknown as Plan);

/** All claims that a row of an example has, with two structures and one API. */
const ofExample = async (name: string) => {
  const yaml = example(name).replace(/apis: .*/, "apis: [structures]").replaceAll(/ +nantes: .*/g, "");
  const desired = await desiredFrom(yaml, { "clients.csv": clients(1) });
  return claimsOf(wantedResources(desired, 400 * DAY_MS), desired);
};

const APPLICATION = "application/principale credentials/principale subscription/principale/structures";
/** An account of PISTE serves both environments, and is asked for in the first. */
const PISTE = "compte-piste/principal cgu/principal/structures";
const SHARED = `compte-technique/principal ${APPLICATION}`;
const direct = (name: string) => `espace/${name}/factures-emises espace/${name}/raccordements raccordement/principale/${name} rattachement/principal/${name} structure/${name}`;

describe("rows of", () => {
  it.each<readonly [string, object]>([
    ["direct", {
      "production structure lyon": [direct("lyon"), `${SHARED} qualification/${PISTE}`],
      "production structure siege": [direct("siege"), `${SHARED} qualification/${PISTE}`],
      "qualification structure lyon": [direct("lyon"), `${SHARED} matelas/principal ${PISTE}`],
      "qualification structure siege": [direct("siege"), `${SHARED} matelas/principal ${PISTE}`],
    }],
    ["concentrateur", {
      "production structure C00000": ["espace/C00000/factures-emises rattachement/C00000/C00000 structure/C00000", `compte-technique/C00000 ${APPLICATION} raccordement/principale/operateur qualification/${PISTE}`],
      "production structure operateur": ["espace/operateur/raccordements raccordement/principale/operateur rattachement/principal/operateur structure/operateur", `${SHARED} qualification/${PISTE}`],
      "qualification structure operateur": ["espace/operateur/raccordements raccordement/principale/operateur rattachement/principal/operateur structure/operateur", `${SHARED} matelas/principal ${PISTE}`],
      "qualification structure pilote": ["rattachement/principal/pilote structure/pilote", `${SHARED} raccordement/principale/operateur matelas/principal ${PISTE}`],
    }],
    ["editeur", {
      "production structure C00000": ["espace/C00000/factures-emises espace/C00000/raccordements raccordement/C00000/C00000 rattachement/C00000/C00000 structure/C00000", `compte-technique/C00000 application/C00000 credentials/C00000 subscription/C00000/structures qualification/${PISTE}`],
      "qualification structure pilote": ["espace/pilote/raccordements raccordement/principale/pilote rattachement/principal/pilote structure/pilote", `${SHARED} matelas/principal ${PISTE}`],
    }],
  ])("%s: a structure's own claims, and what it rests on", async (name, rows) => {
    const claims = await ofExample(name);
    expect(told(claims)).toEqual(rows);
    for (const { own, beyond } of claims) {
      const kinds = new Set(own.map(({ kind }) => kind));
      expect(beyond.filter((address) => kinds.has(address.split("/")[1] as Resource["kind"]))).toEqual([]);
    }
  });
});

/** Resources by their addresses, each with what it depends on. */
const made = (addresses: Readonly<Record<string, readonly string[]>>): readonly Resource[] =>
  Object.entries(addresses).map(([address, dependsOn]) => resourceAt(address, { dependsOn }));

const accountThrough = (application?: string) => ({ environments: { production: { comptesTechniques: { t: application === undefined ? {} : { application } } } } });

describe("a structure's row", () => {
  const OWN = { "production/structure/lyon": [], "production/rattachement/t/lyon": [] };
  const ROW = "production structure lyon";

  it("is about services and EDI parameters too", () => {
    expect(told(claimsOf(made({ "production/service/lyon/S1": [], "production/edi/lyon": [] })))).toEqual({ [ROW]: ["service/lyon/S1 edi/lyon", ""] });
  });

  it.each<readonly [string, Readonly<Record<string, readonly string[]>>, object, string]>([
    ["its account, without an application", { "production/compte-technique/t": [], "production/application/a": [] }, accountThrough(), "compte-technique/t"],
    ["the application of its account", { "production/compte-technique/t": [], "production/application/a": [] }, accountThrough("a"), "compte-technique/t application/a"],
    ["what a filter left of them: none", {}, accountThrough("a"), ""],
    ["nobody's raccordement that a filter left out", { "production/application/a": [] }, { topology: "concentrateur", ...accountThrough("a") }, "application/a"],
    ["all its applications", { "production/raccordement/a/lyon": [], "production/raccordement/b/lyon": [], "production/application/a": [], "production/application/b": [] }, accountThrough("b"), "application/a application/b"],
    ["needs of needs, and none that a filter left out", { "production/credentials/a": ["production/subscription/a/x", "production/compte-piste/p"], "production/subscription/a/x": ["production/cgu/p/x"], "production/cgu/p/x": [] }, accountThrough("a"), "credentials/a subscription/a/x cgu/p/x"],
    ["nothing of the account that comes after one that leaves", { "production/compte-technique/t": ["production/structure/lyon", "production/compte-technique/next"], "production/compte-technique/next": [] }, accountThrough(), "compte-technique/t"],
    ["nothing that a raccordement of others waits for", { "production/raccordement/a/other": ["production/compte-technique/next"], "production/compte-technique/next": [] }, { topology: "concentrateur", ...accountThrough("a") }, "raccordement/a/other"],
    ["nothing that is another structure's", { "production/application/a": ["production/structure/other", "production/raccordement/a/other", "production/compte-piste/p"], "production/structure/other": [], "production/raccordement/a/other": [], "production/compte-piste/p": [] }, accountThrough("a"), "application/a compte-piste/p"],
  ])("rests on %s", (_, others, desired, beyond) => {
    expect(told(claimsOf(made({ ...OWN, ...others }), desired))[ROW]?.[1]).toBe(beyond);
  });
});

it("has a row for each application and account that no structure rests on, after those of structures", () => {
  const alone = ["production/application/x", "production/credentials/x", "production/subscription/x/structures", "production/compte-piste/x", "production/cgu/x/structures", "production/cgu/y/structures", "qualification/application/x", "qualification/matelas/principal", "production/structure/x"];
  expect(Object.entries(told(claimsOf(made(Object.fromEntries(alone.map((one) => [one, []]))))))).toEqual([
    ["production structure x", ["structure/x", ""]],
    ["production application x", ["application/x credentials/x subscription/x/structures", ""]],
    ["production account x", ["compte-piste/x cgu/x/structures", ""]],
    ["production account y", ["cgu/y/structures", ""]],
    ["qualification application x", ["application/x", ""]],
    ["qualification account principal", ["matelas/principal", ""]],
  ]);
});
