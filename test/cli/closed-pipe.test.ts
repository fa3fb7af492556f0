import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { CLI, workIn } from "./support.ts";

it("stops quietly where nobody reads on", async () => {
  const cwd = await workIn("examples/direct");
  const child = spawn(process.execPath, [CLI, "plan", "--offline", "--format", "json"], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.destroy();
  const [code] = await once(child, "close");
  expect(stderr).not.toContain("EPIPE");
  expect(code).toBe(0);
});
