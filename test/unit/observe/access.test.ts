import { expect, it } from "vitest";
import { createWorld } from "../../../src/observe/access.ts";
import type { Desired, DesiredEnvironment } from "../../../src/model/desired.ts";
import { clientsOf } from "../../support/clients.ts";

const whole = clientsOf(1);
const production = whole.environments.production as DesiredEnvironment;
const application = production.applications["principale"] as DesiredEnvironment["applications"][string];

/** What is known of the application's APIs, one of which Chorus has a path for that nobody has confirmed, and one none. */
const accessTo = (apis: NonNullable<NonNullable<Desired["catalogue"]>["apis"]>) => {
  const desired: Desired = {
    ...whole,
    catalogue: { apis },
    environments: { production: { ...production, applications: { principale: { ...application, apis: ["factures", "assistance", "nouvelle"] } } } },
  };
  const access = createWorld(desired, {}).application("production", "principale");
  return access === "elsewhere" ? undefined : access;
};

it("a path that somebody wrote is sure, and an empty refusal there a refusal; another title or terms change nothing of it", () => {
  expect(accessTo({})?.confirmed).toEqual(["factures"]);
  expect(accessTo({ assistance: { titre: "T", cgu: "C" }, factures: { titre: "T" } })?.confirmed).toEqual(["factures"]);
  expect(accessTo({ assistance: { prefixe: "/cpro/assistance/v2" }, nouvelle: { prefixe: "/cpro/nouvelle/v1" } })).toMatchObject({
    confirmed: ["factures", "assistance", "nouvelle"],
    prefixes: { assistance: "/cpro/assistance/v2", nouvelle: "/cpro/nouvelle/v1" },
  });
});
