import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, start, workIn } from "./support.ts";

it.each(["SIGINT", "SIGTERM"] as const)("ends on %s with 130", async (signal) => {
  const cwd = await workIn("examples/simulation");
  const simulating = await start(["simulate", join(ROOT, "examples/simulation/empty.yaml"), "--print-env"], { cwd });
  await simulating.printed(/CHORUS_TRUST/);
  simulating.child.kill(signal);
  expect(await simulating.ended).toMatchObject({ code: 130, signal: null });
});
