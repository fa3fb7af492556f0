import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CLI, ROOT } from "./support.ts";

it.each(["SIGINT", "SIGTERM"] as const)("ends on %s with 130", async (signal) => {
  const child = spawn(process.execPath, [CLI, "simulate", join(ROOT, "examples/simulation/empty.yaml"), "--print-env"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(child.stdout, "data");
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([130, null]);
});
