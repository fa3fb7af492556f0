import { expect, test } from "vitest";
import { judgeOf } from "../conformance/judge.ts";
import type { Certainty } from "../conformance/row.ts";
import { ROWS } from "../conformance/rows.ts";
import { simulated } from "../conformance/simulated.ts";
import { SETTING_VALUES, SETTINGS_ONE_BY_ONE } from "./setting-values.ts";

// A setting chooses between behaviours that nobody has confirmed. What is official or was measured must hold under all
// of them; what a setting changes is named here, row by row.

const SURE: ReadonlySet<Certainty> = new Set(["official", "measured"]);

const ATTACHMENTS = ["the attachments of the account", "the role on an attachment", "the services of an attachment", "the status of an attachment"];

const CHANGED: Readonly<Record<string, readonly string[]>> = {
  "in: comma": ["many at once"],
  "in: none": ["many at once"],
  "rechercherEspaces: off": ["the espaces of somebody else's structure", "the espaces of the account's own structure"],
  "rattachementsField: listeRattachements": ATTACHMENTS,
  "typeOrganisation: PRIVEE-PUBLIQUE": ["how natures are spelt"],
};

/** The names of the rows that do not agree, in alphabetical order. */
const unlike = async (settings: (typeof SETTINGS_ONE_BY_ONE)[number][1]): Promise<readonly string[]> => {
  const { simulator, target } = await simulated(settings);
  try {
    const { judge } = judgeOf(target);
    const names: string[] = [];
    for (const row of ROWS) if ((await judge(row)).verdict !== "agrees") names.push(row.name);
    return names.toSorted();
  } finally {
    await simulator.close();
  }
};

test.each(SETTINGS_ONE_BY_ONE)("every row agrees but those that the setting is about: %s", async (name, settings) => {
  expect(await unlike(settings)).toEqual((CHANGED[name] ?? []).toSorted());
});

test("every row agrees but those, also where all is otherwise at once", async () => {
  const settings = Object.fromEntries(Object.entries(SETTING_VALUES).map(([name, values]) => [name, values.at(-1)]));
  const last = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
  expect(await unlike(settings)).toEqual([...new Set(last.flatMap((one) => CHANGED[one] ?? []))].toSorted());
});

test("no setting changes what is official or was measured", () => {
  const names = new Set(Object.values(CHANGED).flat());
  const changed = ROWS.filter((row) => names.has(row.name));
  expect(changed).toHaveLength(names.size);
  expect(changed.filter(({ certainty }) => SURE.has(certainty))).toEqual([]);
});
