import { afterEach, expect, it } from "vitest";
import { DIRECT, DIRECT_DONE, SECRETS } from "../../support/direct.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";

let world: TestWorld | undefined;
afterEach(() => world?.close());

it("proves everything that an API can prove", async () => {
  world = await startWorld(DIRECT_DONE, SECRETS);
  const { document } = await world.plan(await desiredFrom(DIRECT));
  const table = document.resources.map(
    ({ address, status, conditions }) =>
      `${address} ${status} ${conditions.map(({ type, status: is, proof, reason }) => `${type}=${is}/${proof}/${reason}`).join(" ")}`,
  );
  console.log(table.join("\n"));
  console.log(JSON.stringify(document.steps, null, 1));
  console.log(world.simulator.requests().length);
  expect(document.summary.unknown).toBe(0);
});
