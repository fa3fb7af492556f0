import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type ScenarioSettings } from "../../src/simulator/scenario.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut, LYON, type DirectParts } from "../support/direct-world.ts";
import { desiredFrom, startWorld } from "../support/world.ts";
import { SETTING_VALUES, SETTINGS_ONE_BY_ONE } from "./setting-values.ts";

// What is not confirmed of the real platforms is a setting of the simulator. Under every value of every setting, what
// Chorus concludes must be right or unknown.

interface Spoilt {
  readonly spoil: (parts: DirectParts) => void;
  /** Addresses (with the condition) that are not so: nothing may say they are. */
  readonly wrong: RegExp;
  /** Addresses that may be denied: those above, and what hangs on them. */
  readonly deniable: RegExp;
}

const NOTHING = /^$/;

const WORLDS: Readonly<Record<string, Spoilt>> = {
  "everything done": { spoil: () => {}, wrong: NOTHING, deniable: NOTHING },
  "an API not selected": {
    spoil: ({ application }) => {
      application.apis = application.apis.filter((api) => api !== "structures");
    },
    wrong: /subscription\/principale\/structures /,
    deniable: /subscription\/principale\/structures /,
  },
  "a structure not attached": {
    spoil: ({ account }) => {
      account.rattachements = account.rattachements.filter((one) => one !== LYON);
    },
    wrong: /rattachement\/principal\/lyon |espace\/lyon\/factures-emises /,
    deniable: /rattachement\/principal\/lyon |espace\/lyon\/factures-emises |ReachDeclared/,
  },
  "a structure that is not active": {
    spoil: ({ structures }) => {
      const lyon = structures[LYON];
      if (lyon !== undefined) lyon.statut = "INACTIVE";
    },
    wrong: /structure\/lyon /,
    deniable: /structure\/lyon |espace\/lyon\//,
  },
  "an espace not open": {
    spoil: ({ structures }) => {
      const lyon = structures[LYON];
      if (lyon !== undefined) lyon.espaces = ["raccordements"];
    },
    wrong: /espace\/lyon\/factures-emises /,
    deniable: /espace\/lyon\/factures-emises /,
  },
  "no raccordement": {
    spoil: (parts) => {
      for (const key of Object.keys(parts.raccordements)) delete parts.raccordements[key];
    },
    wrong: /raccordement\/principale\//,
    deniable: /raccordement\/principale\//,
  },
  "a password that is refused": {
    spoil: ({ account }) => {
      account.motDePasse = "another";
    },
    wrong: /compte-technique\/principal (LoginAccepted|PasswordCurrent)/,
    deniable: /compte-technique\/principal (LoginAccepted|PasswordCurrent)/,
  },
  "a quota that is soon used up": {
    spoil: ({ application }) => {
      application.quotas = { seconde: 1, minute: 5 };
    },
    wrong: NOTHING,
    deniable: NOTHING,
  },
};

/** Every condition of the plan: address, type and status. */
const verdicts = async (settings: ScenarioSettings, { spoil }: Spoilt): Promise<readonly (readonly [string, string])[]> => {
  const world = await startWorld(directBut((parts) => {
    Object.assign(parts.settings, settings);
    spoil(parts);
  }), SECRETS);
  try {
    const { document } = await world.plan(await desiredFrom(DIRECT));
    return document.resources.flatMap(({ address, conditions }) =>
      conditions.map(({ type, status }) => [`${address} ${type}`, status] as const));
  } finally {
    await world.close();
  }
};

it("covers every setting, and starts from its default", () => {
  expect(Object.keys(SETTING_VALUES).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
  for (const [name, [first]] of Object.entries(SETTING_VALUES)) expect([name, first]).toEqual([name, DEFAULT_SETTINGS[name as keyof ScenarioSettings]]);
});

describe.each(Object.entries(WORLDS))("%s", (_, spoilt) => {
  it.each(SETTINGS_ONE_BY_ONE)("%s", async (_name, settings) => {
    const all = await verdicts(settings, spoilt);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([what, status]) => status === "true" && spoilt.wrong.test(what))).toEqual([]);
    expect(all.filter(([what, status]) => status === "false" && !spoilt.deniable.test(what))).toEqual([]);
  });
});
