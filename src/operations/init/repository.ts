import type { Processes } from "../../ports/ports.ts";

export type Forge = "github" | "gitlab";

/** The Git repository that a folder is in. */
export interface Repository {
  /** Whether it is the top of it, where forges look for their files. */
  readonly isTop: boolean;
  /** As the address of a remote tells; absent: another one, or none yet. */
  readonly forge: Forge | undefined;
}

export const repositoryOf = async (folder: string, processes: Pick<Processes, "run">): Promise<Repository | undefined> => {
  const prefix = await git(folder, processes, "rev-parse", "--show-prefix");
  if (prefix === undefined) return undefined;
  const remotes = (await git(folder, processes, "remote", "-v")) ?? "";
  return { isTop: prefix.trim() === "", forge: forgeIn(remotes) };
};

/** Names the driver that merges two states, which `.gitattributes` asks for. One that is named already stays. */
export const nameMergeDriver = async (folder: string, processes: Pick<Processes, "run">): Promise<"named" | "there" | "other"> => {
  const known = (await git(folder, processes, "config", "--get", DRIVER))?.trim();
  if (known !== undefined) return known === MERGE ? "there" : "other";
  await git(folder, processes, "config", "--local", DRIVER, MERGE);
  return "named";
};

/** How Git merges the files that Chorus writes, as docs/state.md says. */
export const MERGED_FILES = ["chorus.state.jsonl merge=chorus-state", "chorus.requests.jsonl merge=union", "clients.csv merge=union"] as const;

export const DRIVER = "merge.chorus-state.driver";
export const MERGE = "chorus state merge %O %A %B";

/** By the host: `git@github.com:…`, `https://gitlab.exemple.fr/…`. */
const forgeIn = (remotes: string): Forge | undefined => {
  const [, host = ""] = /^\S+\s+(?:[a-z+]+:\/\/)?(?:[^@\s/]+@)?([^\s/:]+)/m.exec(remotes) ?? [];
  return /(^|\.)github\./.test(host) ? "github" : /(^|\.)gitlab\./.test(host) ? "gitlab" : undefined;
};

/** What Git printed; undefined where it refused, or is not there. */
const git = async (cwd: string, processes: Pick<Processes, "run">, ...args: readonly string[]): Promise<string | undefined> => {
  try {
    const { exitCode, stdout } = await processes.run(["git", ...args], { cwd, timeoutMs: 10_000 });
    return exitCode === 0 ? stdout : undefined;
  } catch {
    return undefined;
  }
};
