import { describe, expect, it, onTestFinished } from "vitest";
import type { PlanDocument } from "../../../src/plan/plan-document.ts";
import { DIRECT, DIRECT_DONE, SECRETS } from "../../support/direct.ts";
import { said } from "../../support/plans.ts";
import { desiredFrom, startWorld } from "../../support/world.ts";

/** Words that no description has stand wherever one has an enumeration. */
const look = async (yaml: string, route = ""): Promise<PlanDocument> => {
  const world = await startWorld({ ...DIRECT_DONE, faults: [{ fault: "unknown-values", rate: 1, route: `/cpro${route}` }] }, SECRETS);
  onTestFinished(() => world.close());
  return (await world.plan(await desiredFrom(yaml))).document;
};

const surpriseAt = ({ resources }: PlanDocument, address: string): string | undefined => {
  const evidence = resources.find((one) => one.address === address)?.conditions[0]?.evidence;
  return evidence?.by === "api" ? evidence.surprise : undefined;
};

const WITHOUT_LISTS = DIRECT.replace("espaces: [factures-emises]\n", "");
const UNKNOWN = "unknown unexpected-answer answer-not-understood";

describe("a word that no description has", () => {
  it.each([["with lists of espaces", DIRECT], ["without", WITHOUT_LISTS]])("denies nothing, %s", async (_name, yaml) => {
    const document = await look(yaml);
    const denied = document.resources.flatMap(({ address, conditions }) =>
      conditions.filter(({ status }) => status === "false").map(({ type }) => `${address} ${type}`));
    expect(denied).toEqual([]);
  });

  it("for the type of an attached structure's identifier leaves that attachment unknown, and says where it stands", async () => {
    const document = await look(WITHOUT_LISTS, "/utilisateurs");
    const address = "production/rattachement/principal/lyon";
    expect(said(document, address)).toBe(UNKNOWN);
    expect(surpriseAt(document, address)).toMatch(/^\/listeStructureRattachement\/\d\/typeIdentifiantStructure$/);
  });

  it("for the type of a structure's identifier leaves that structure unknown, and says where it stands", async () => {
    const document = await look(WITHOUT_LISTS, "/structures");
    expect(said(document, "production/structure/lyon")).toBe(UNKNOWN);
    expect(surpriseAt(document, "production/structure/lyon")).toBe("/listeStructures/0/typeIdentifiantStructure");
  });
});
