import { expect, it } from "vitest";
import { start, workIn } from "./support.ts";

it("stops quietly where nobody reads on", async () => {
  const cwd = await workIn("examples/direct");
  const { child, ended } = await start(["plan", "--offline", "--format", "json"], { cwd });
  child.stdout.destroy();
  const { code, stderr } = await ended;
  expect(stderr).not.toContain("EPIPE");
  expect(code).toBe(0);
});
