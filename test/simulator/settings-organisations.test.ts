import { afterEach, describe, expect, it } from "vitest";
import type { Scenario, ScenarioSettings } from "../../src/simulator/scenario.ts";
import type { RequestLogEntry } from "../../src/simulator/request-log.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut, LYON, NANTES, SIEGE, type DirectParts } from "../support/direct-world.ts";
import { actionsOn, said } from "../support/plans.ts";
import { startProject, type TestProject } from "../support/project.ts";
import { desiredFrom, startWorld } from "../support/world.ts";
import { SETTINGS_ONE_BY_ONE } from "./setting-values.ts";

// The settings of the Référentiel des organisations, with a configuration that selects it and declares EDI parameters.
// How it spells things must not change one verdict: only the way to it.

const YAML = DIRECT.replace("utilisateurs]", "utilisateurs, organisations]")
  .replace(`siege: ${SIEGE}`, `siege: { identifiant: "${SIEGE}", edi: { reception: true } }`)
  .replace(`lyon: ${LYON}`, `lyon: { identifiant: "${LYON}", edi: { reception: true, connexion: false } }`)
  .replace(`nantes: ${NANTES}`, `nantes: { identifiant: "${NANTES}", services: [ACHATS] }`);

const DESIRED = await desiredFrom(YAML);
/** Without an espace whose list of active structures would tell as well. */
const UNLISTED = await desiredFrom(YAML.replace("espaces: [factures-emises]\n", ""));

/** Everything that is wanted, but for the EDI parameters of Lyon. */
const world = (settings: ScenarioSettings, spoil: (parts: DirectParts) => void = () => {}): Scenario =>
  directBut((parts) => {
    Object.assign(parts.settings, settings);
    parts.application.apis = [...parts.application.apis, "organisations"];
    parts.application.consentements = [...parts.application.consentements, "organisations"];
    parts.structures[SIEGE] = { ...parts.structures[SIEGE], designation: "Siège", edi: { reception: true, connexion: true } };
    parts.structures[LYON] = { ...parts.structures[LYON], designation: "Lyon", edi: { reception: false, connexion: false } };
    parts.structures[NANTES] = { ...parts.structures[NANTES], designation: "Nantes", services: { ACHATS: { nom: "Achats" } } };
    spoil(parts);
  });

interface Spoilt {
  readonly spoil?: (parts: DirectParts) => void;
  /** What is not true, and how it stands. */
  readonly otherwise: Readonly<Record<string, string>>;
}

// No API tells of these; nobody said anything.
const UNTOLD = Object.fromEntries(["siege", "lyon", "nantes"].flatMap((name) => [
  [`raccordement/principale/${name} Declared`, "unknown unprovable not-refused"],
  [`espace/${name}/raccordements Open`, "unknown unprovable no-api-tells"],
]));
const EDI_DIFFERS = { "edi/lyon AsDeclared": "false verified edi-differs" };

const WORLDS: Readonly<Record<string, Spoilt>> = {
  "everything is as wanted": { spoil: ({ structures }) => edi(structures, { reception: true, connexion: false }), otherwise: {} },
  "EDI parameters differ": { otherwise: EDI_DIFFERS },
  "one of two EDI parameters differs": {
    spoil: ({ structures }) => edi(structures, { reception: true, connexion: true }),
    otherwise: EDI_DIFFERS,
  },
  "a structure is not active": {
    spoil: ({ structures }) => {
      const lyon = structures[LYON];
      if (lyon !== undefined) lyon.statut = "INACTIVE";
    },
    otherwise: { ...EDI_DIFFERS, "structure/lyon Active": "false verified structure-inactive", "espace/lyon/factures-emises Open": "unknown waiting waits" },
  },
  "a structure does not exist": {
    spoil: ({ structures }) => {
      delete structures[LYON];
    },
    otherwise: {
      "structure/lyon Active": "false verified structure-not-found",
      "rattachement/principal/lyon Attached": "false verified not-attached",
      "espace/lyon/factures-emises Open": "unknown waiting waits",
      "edi/lyon AsDeclared": "unknown waiting waits",
    },
  },
  "the API is not selected": {
    spoil: ({ application }) => {
      application.apis = application.apis.filter((api) => api !== "organisations");
    },
    otherwise: {
      "subscription/principale/organisations Subscribed": "false verified route-forbidden",
      "cgu/principal/organisations Consented": "unknown waiting waits",
      "edi/siege AsDeclared": "unknown waiting waits",
      "edi/lyon AsDeclared": "unknown waiting waits",
    },
  },
};

/** Every condition that is not true, and the requests that were made. */
const seen = async (settings: ScenarioSettings, spoil?: (parts: DirectParts) => void, desired = DESIRED) => {
  const started = await startWorld(world(settings, spoil), SECRETS);
  try {
    const { document } = await started.plan(desired);
    const conditions = document.resources.flatMap(({ address, conditions: all }) => all.map(({ type, status }) => ({ address, type, status })));
    const open = conditions.filter(({ status }) => status !== "true")
      .map(({ address, type }) => [`${address.replace("production/", "")} ${type}`, said(document, address, type)]);
    return { count: conditions.length, otherwise: Object.fromEntries(open) as Record<string, string>, requests: started.simulator.requests() };
  } finally {
    await started.close();
  }
};

describe.each(Object.entries(WORLDS))("%s", (_, { spoil, otherwise }) => {
  it.each(SETTINGS_ONE_BY_ONE)("and the verdicts are the same under %s", async (_name, settings) => {
    const { count, otherwise: open, requests } = await seen(settings, spoil);
    expect(open).toEqual({ ...UNTOLD, ...otherwise });
    expect(count).toBeGreaterThan(30);
    // Deprecated, and gone where the setting says so: Chorus does without.
    expect(asked(requests, "structures/v1/rechercher/espaces")).toEqual([]);
  });
});

describe("the bulk look-up", () => {
  it.each<[NonNullable<ScenarioSettings["in"]>, readonly number[], number]>([
    ["array", [200], 0],
    ["comma", [400, 200], 0],
    ["none", [400, 400], 3],
  ])("where IN is spelt %s", async (spelling, searches, alone) => {
    const { requests, otherwise } = await seen({ in: spelling }, undefined, UNLISTED);
    expect(Object.keys(otherwise).filter((condition) => condition.startsWith("structure/"))).toEqual([]);
    expect(asked(requests, "organisations/v1/structures/recherche")).toEqual(searches);
    expect(asked(requests, "structures/v1/rechercher")).toHaveLength(alone);
  });

  it("looks again, alone, at what it does not call active", async () => {
    const { requests, otherwise } = await seen({}, WORLDS["a structure is not active"]?.spoil, UNLISTED);
    expect(otherwise).toMatchObject({ "structure/lyon Active": "false verified structure-inactive" });
    expect(asked(requests, "organisations/v1/structures/recherche")).toEqual([200]);
    expect(asked(requests, "structures/v1/rechercher")).toEqual([200]);
  });
});

describe("the one write", () => {
  let project: TestProject;
  afterEach(() => project.close());
  const ofLyon = () => project.simulator.scenario().environments.production?.structures?.[LYON]?.edi;
  const patches = () => project.simulator.requests().filter(({ method }) => method === "PATCH").map(({ status }) => status);

  it.each(SETTINGS_ONE_BY_ONE)("is Chorus's, or a person's once it was refused: %s", async (_name, settings) => {
    project = await startProject(world(settings), { yaml: YAML, secrets: SECRETS });
    expect(actionsOn((await project.refresh()).plan.document, "production/edi/lyon")).toEqual(["set-edi missing"]);
    const { document } = await project.apply();
    const again = await project.apply();
    if (settings.ediPatch === "forbid") {
      expect(ofLyon()).toEqual({ reception: false, connexion: false });
      for (const { steps } of [document, again.document]) {
        expect(steps.filter(({ items }) => items.some(({ address }) => address === "production/edi/lyon"))).toMatchObject([{ action: "set-edi-by-hand", mode: "manual" }]);
      }
      expect(patches()).toEqual([403]);
    } else {
      expect(ofLyon()).toEqual({ reception: true, connexion: false });
      expect(said(again.document, "production/edi/lyon")).toBe("true verified edi-as-declared");
      expect(actionsOn(document, "production/edi/lyon")).toEqual([]);
      expect(patches()).toEqual([204]);
    }
  });
});

const asked = (requests: readonly RequestLogEntry[], path: string): readonly number[] =>
  requests.filter((one) => one.path.endsWith(`/cpro/${path}`)).map(({ status }) => status);

function edi(structures: DirectParts["structures"], parameters: { reception: boolean; connexion: boolean }): void {
  const lyon = structures[LYON];
  if (lyon !== undefined) lyon.edi = parameters;
}
