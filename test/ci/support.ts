import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { DIRECT } from "../support/direct.ts";
import { CLI, ROOT, workIn } from "../cli/support.ts";

export interface Shell {
  /** Runs a text as a CI's runner does, and tells what it ended with and printed. */
  readonly run: (script: string, variables?: Readonly<Record<string, string>>) => Promise<{ readonly code: number; readonly said: string }>;
  /** What npx was called with, a line a call. */
  readonly calls: () => Promise<readonly string[]>;
  readonly cwd: string;
  /** Beside the project: what a runner calls its folder for temporary files. */
  readonly temporary: string;
}

/** A project in Git, in which the built command stands in for the package that npx would run. */
export const projectInGit = async (configuration = DIRECT): Promise<Shell> => {
  const cwd = await workIn("examples/direct");
  const temporary = await mkdtemp(join(tmpdir(), "chorus-ci-"));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  await writeFile(join(cwd, "chorus.config.yaml"), configuration);
  await writeFile(join(cwd, ".gitignore"), ".chorus/\n");
  await writeFile(join(cwd, "package-lock.json"), "{}\n");
  const log = join(temporary, "npx.log");
  await mkdir(join(temporary, "bin"));
  await stand(join(temporary, "bin/npx"), `printf '%s\\n' "$*" >> "${log}"\nwhile [ "$1" != -- ]; do shift; done\nshift 2\nexec "${process.execPath}" "${CLI}" "$@"`);
  await stand(join(temporary, "bin/npm"), `printf 'npm %s\\n' "$*" >> "${log}"`);
  await stand(join(temporary, "bin/gh"), `printf 'gh %s\\n' "$*" >> "${log}"`);
  const { PATH = "", HOME = "" } = process.env;
  const base = { PATH: `${join(temporary, "bin")}${delimiter}${PATH}`, HOME, TZ: "Europe/Paris", GIT_CONFIG_GLOBAL: "/dev/null", CI: "true", ...AUTHOR };
  const shell: Shell = {
    cwd,
    temporary,
    calls: async () => (await readFile(log, "utf8").catch(() => "")).split("\n").filter(Boolean),
    async run(script, variables = {}) {
      const file = join(temporary, "script.sh");
      await writeFile(file, script);
      try {
        const { stdout, stderr } = await promisify(execFile)("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], { cwd, env: { ...base, ...variables } });
        return { code: 0, said: stdout + stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { readonly code: number; readonly stdout: string; readonly stderr: string };
        return { code, said: stdout + stderr };
      }
    },
  };
  await succeed(shell, "git init --quiet --initial-branch=main && git add --all && git commit --quiet --message before");
  return shell;
};

/** @returns what it printed; a script that fails is the test's own fault */
export const succeed = async (shell: Shell, script: string, variables: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { code, said } = await shell.run(script, variables);
  if (code !== 0) throw new Error(`${script}: ${code}\n${said}`);
  return said;
};

/** A branch with another application, merged as a platform merges it to look at it. */
export const proposeChange = async (shell: Shell): Promise<void> => {
  const file = join(shell.cwd, "chorus.config.yaml");
  await succeed(shell, "git switch --quiet --create change");
  const before = await readFile(file, "utf8");
  await writeFile(file, before.replace("factures, structures", "structures"));
  await succeed(shell, "git commit --quiet --all --message change && git switch --quiet main && git merge --quiet --no-ff --message merge change");
};

export const readRepository = (file: string): Promise<string> => readFile(join(ROOT, file), "utf8");

const stand = async (file: string, body: string): Promise<void> => {
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
};

const AUTHOR = { GIT_AUTHOR_NAME: "Camille", GIT_AUTHOR_EMAIL: "camille@exemple.fr", GIT_COMMITTER_NAME: "Camille", GIT_COMMITTER_EMAIL: "camille@exemple.fr" };
