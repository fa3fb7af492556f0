import { describe, expect, it } from "vitest";
import type { Address } from "../../../src/model/address.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { selects, whereOf, withinOf, type Selection } from "../../../src/plan/selection.ts";

const resource = (address: string, more: Partial<Resource> = {}): Resource => {
  const [environment, kind, name = ""] = address.split("/");
  return { address, environment, kind, names: [name], subject: `${environment}/structure/${name}`, ...more } as Resource;
};
const LYON = "production/structure/lyon";
const RESOURCES = [
  resource(LYON, { client: "C1" }),
  resource("production/structure/lyonnais"),
  resource("production/espace/lyon/factures-emises", { client: "C1" }),
  resource("production/raccordement/app/lyon", { client: "C1", subject: LYON as Address }),
  resource("production/application/app", { subject: "production/application/app" as Address }),
  resource("qualification/structure/lyon", { client: "C2" }),
];
const selected = (selection: Selection | undefined): readonly string[] => RESOURCES.filter((one) => selects(selection, one)).map(({ address }) => address);
const all = RESOURCES.map(({ address }) => address);

it.each<readonly [string, Selection | undefined, readonly string[]]>([
  ["everything, where nothing is asked for", undefined, all],
  ["everything, where nothing is said", {}, all],
  ["an environment", { environment: "qualification" }, ["qualification/structure/lyon"]],
  ["a client's, and nothing that is nobody's", { client: "C1" }, [LYON, "production/espace/lyon/factures-emises", "production/raccordement/app/lyon"]],
  ["a client's of one environment", { client: "C1", environment: "qualification" }, []],
  ["a structure with all that is recorded with it, and no other's that begins alike", { targets: [LYON] }, [LYON, "production/espace/lyon/factures-emises", "production/raccordement/app/lyon"]],
  ["what is below", { targets: ["production/espace/"] }, ["production/espace/lyon/factures-emises"]],
  ["what is below, without a stroke at its end", { targets: ["production/espace"] }, ["production/espace/lyon/factures-emises"]],
  ["any of several targets", { targets: ["production/application/app", "qualification/structure/lyon"] }, ["production/application/app", "qualification/structure/lyon"]],
  ["nothing that is nowhere", { targets: ["production/espace/nantes"] }, []],
  ["a client's of what a target takes", { targets: [LYON], client: "C2" }, []],
])("takes %s", (_, selection, addresses) => {
  expect(selected(selection)).toEqual(addresses);
});

describe("what need be declared", () => {
  it("is everything where nothing is asked for", () => {
    expect(withinOf(undefined)).toEqual({});
  });

  it("is what targets name, where each names one structure", () => {
    const within = withinOf({ targets: [LYON, "production/espace/nantes/factures-emises", "qualification/service/paris/", "production/edi/lyon"] });
    expect(within.structures).toEqual({ production: new Set(["lyon", "nantes"]), qualification: new Set(["paris"]) });
    expect([...(within.kinds ?? [])].toSorted()).toEqual(["edi", "espace", "raccordement", "rattachement", "service", "structure"]);
    expect(RESOURCES.filter((one) => within.keeps?.(one) === true)).toEqual(RESOURCES.filter((one) => selects({ targets: [LYON] }, one)));
  });

  it.each([[undefined], [["production/raccordement/app/lyon"]], [[LYON, "production/application/app"]], [["production/"]], [["production"]], [["lyon"]]])("is looked for in everything where targets are %j", (targets) => {
    const within = withinOf(targets === undefined ? { client: "C1" } : { targets });
    expect([within.structures, within.kinds, typeof within.keeps]).toEqual([undefined, undefined, "function"]);
  });
});

it("reads the filter that was checked before it was made one", () => {
  expect([whereOf(undefined), whereOf({})]).toEqual([undefined, undefined]);
  expect(whereOf({ where: "kind = espace" })).toBeDefined();
  expect(() => whereOf({ where: "(" })).toThrow(TypeError);
});
