import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import type { RequestEstimate } from "../../../src/model/request-estimate.ts";
import { estimateRequests } from "../../../src/observe/estimate.ts";
import { connect } from "../../../src/operations/live.ts";
import { explainRequests } from "../../../src/operations/observe-project.ts";
import { questionsOf } from "../../../src/operations/questions.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { configurationOf } from "../../../src/simulator/generate/configuration-of.ts";
import { generateWorld } from "../../../src/simulator/generate/generate-world.ts";
import type { Simulator } from "../../../src/simulator/simulator.ts";
import { DIRECT } from "../../support/direct.ts";
import { doneScenario, secretsOf } from "../../support/done-world.ts";
import { startProject } from "../../support/project.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Requests by environment, method and route; one that was refused and tried again counts once. */
const countRequests = (log: ReturnType<Simulator["requests"]>): ReadonlyMap<string, number> => {
  const seen = new Map<string, number>();
  const refused = new Set<string>();
  for (const { environment, method, path, status, account, application } of log) {
    const route = path.replace(/^\/(qualification|production)/, "").replace(/structures\/\d{14}$/, "structures/{uuid}");
    const key = `${environment} ${method} ${route}`;
    const who = `${key} ${account} ${application}`;
    if (status !== 200 && refused.has(who)) continue;
    if (status !== 200) refused.add(who);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return seen;
};

const sumUp = (estimates: readonly RequestEstimate[]): ReadonlyMap<string, { readonly least: number; readonly most: number }> => {
  const told = new Map<string, { least: number; most: number }>();
  for (const { environment, request, least, most } of estimates) {
    const sum = told.get(`${environment} ${request}`) ?? { least: 0, most: 0 };
    told.set(`${environment} ${request}`, { least: sum.least + least, most: sum.most + most });
  }
  return told;
};

const CONFIGURATIONS: readonly (readonly [string, string])[] = [
  ["direct", DIRECT],
  ["direct with organisations, services and EDI", DIRECT.replace("utilisateurs]", "utilisateurs, organisations]")
    .replace("lyon: 73282932000082", "lyon: { identifiant: 73282932000082, services: [ACHATS], edi: { reception: true } }")],
  ["direct without lists", DIRECT.replace("espaces: [factures-emises]\n", "").replace(", utilisateurs]", "]")],
  ["direct with organisations, without lists", DIRECT.replace("espaces: [factures-emises]\n", "").replace("utilisateurs]", "utilisateurs, organisations]")],
];

describe.each(CONFIGURATIONS)("%s", (_, yaml) => {
  it("costs what it says at least where all is there", async () => {
    const desired = await desiredFrom(yaml);
    world = await startWorld(doneScenario(desired), secretsOf(desired));
    const told = sumUp(estimateRequests(questionsOf(wantedResources(desired, world.clock.now()), new Map()), world.live(desired).world));
    await world.plan(desired);
    const seen = countRequests(world.simulator.requests());
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries([...told].flatMap(([key, { least }]) => (least === 0 ? [] : [[key, least]]))));
  });
});

describe.each(["direct", "editeur", "concentrateur"] as const)("a generated world of %s, where much is missing", (topology) => {
  it.each([1, 2, 3])("costs no more than it says at most, seed %i", async (seed) => {
    const options = { seed, structures: 12, topology, now: NOON };
    const { "chorus.config.yaml": yaml = "", ...others } = configurationOf(options);
    const project = await startProject(generateWorld(options), { yaml, secrets: {}, others });
    onTestFinished(() => project.close());
    const opened = await project.open();
    const live = connect(project.ports, opened, { ...NO_TRUST, loopback: true });
    const { estimates } = await explainRequests(opened, wantedResources(opened.desired, NOON), live.world, project.ports, {});
    expect(project.simulator.requests()).toEqual([]);
    await project.refresh();
    const told = sumUp(estimates);
    const beyond = [...countRequests(project.simulator.requests())].filter(
      // Tokens are renewed between tries, and after an hour.
      ([key, count]) => !key.endsWith("/token") && count > (told.get(key)?.most ?? 0),
    );
    expect(beyond).toEqual([]);
  });
});
