import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { COMMANDS } from "../../src/commands/commands.ts";
import { chorus, onPath, workIn } from "./support.ts";

const isThere = (shell: string): boolean => {
  try {
    execFileSync(shell, ["-c", "exit 0"]);
    return true;
  } catch {
    return false;
  }
};

/** What each real shell offers behind a line, by the script that the command prints. */
const SHELLS: Readonly<Record<string, (script: string, line: string) => readonly string[]>> = {
  bash: (script, line) => ["--noprofile", "--norc", "-c", `${script}\nCOMP_LINE=$1; COMP_POINT=\${#1}; _chorus; printf '%s\\n' "\${COMPREPLY[@]}"`, "bash", line],
  zsh: (script, line) => ["-f", "-c", `compdef() { : }; compadd() { print -l -- $replies }; _files() { : }\n${script}\nwords=("\${(@s: :)1}"); CURRENT=\${#words}; _chorus`, "zsh", line],
  fish: (script, line) => ["--no-config", "-c", `${script}\ncomplete -C "${line}" | string replace -r '\\t.*' ''; or true`],
};

describe.each(["bash", "zsh", "fish"])("%s", (shell) => {
  it.skipIf(!isThere(shell) && shell !== "bash")("completes commands, options, choices and addresses of the configuration", { timeout: 60_000 }, async () => {
    const cwd = await workIn("examples/direct");
    const bin = await mkdtemp(join(tmpdir(), "chorus-bin-"));
    onTestFinished(() => rm(bin, { recursive: true, force: true }));
    await onPath(bin);
    const { stdout: script, code } = await chorus(["completion", shell], { cwd });
    expect(code).toBe(0);
    const offered = (line: string): readonly string[] =>
      execFileSync(shell, SHELLS[shell]?.(script, line) ?? [], { cwd, encoding: "utf8", env: { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}`, HOME: bin } })
        .split("\n")
        .filter(Boolean);
    expect(offered("chorus ").toSorted()).toEqual([...new Set([...COMMANDS.map(({ name }) => name.split(" ")[0] ?? ""), "help"])].toSorted());
    expect(offered("chorus re").toSorted()).toEqual(["refresh", "report"]);
    expect(offered("chorus state mer")).toEqual(["merge"]);
    expect(offered("chorus plan --env ").toSorted()).toEqual(["production", "qualification"]);
    expect(offered("chorus plan --detailed")).toEqual(["--detailed-exitcode"]);
    expect(offered("chorus attest production/espace/lyon/").toSorted()).toEqual(["production/espace/lyon/factures-emises", "production/espace/lyon/raccordements"]);
    expect(offered("chorus plan --target production/structure/nan")).toEqual(["production/structure/nantes"]);
  });
});

it("replaces in bash what stands behind the last sign at which it splits words", async () => {
  const cwd = await workIn("examples/direct");
  const bin = await mkdtemp(join(tmpdir(), "chorus-bin-"));
  onTestFinished(() => rm(bin, { recursive: true, force: true }));
  await onPath(bin);
  const { stdout: script } = await chorus(["completion", "bash"], { cwd });
  const env = { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}` };
  expect(execFileSync("bash", SHELLS["bash"]?.(script, "chorus plan --env=pro") ?? [], { cwd, encoding: "utf8", env })).toBe("production\n");
});

it("offers nothing, and says nothing, where the configuration cannot be used", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  expect(await chorus(["--complete", "attest", "prod"], { cwd })).toMatchObject({ code: 0, stdout: "", stderr: "" });
  expect(await chorus(["completion", "tcsh"], { cwd })).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-USAGE") as string });
});
