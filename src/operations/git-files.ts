import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import type { Files, Processes } from "../ports/ports.ts";

/** The files of a folder as a Git revision has them; undefined where there is no such revision, or no repository. */
export const gitFiles = async (
  folder: string,
  revision: string,
  processes: Pick<Processes, "run" | "read">,
): Promise<Pick<Files, "read" | "stat" | "glob"> | undefined> => {
  const options = { cwd: folder, timeoutMs: TIMEOUT_MS };
  const git = (...args: readonly string[]) => processes.run(["git", ...args], options);
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  const id = commit.stdout.trim();
  if (commit.exitCode !== 0 || id === "") return undefined;
  const named = (path: string): string => `${id}:./${isAbsolute(path) ? relative(folder, path) : path}`;
  return {
    async read(path) {
      // Its bytes: which encoding they are in is found out as for a file on the disk.
      const { exitCode, bytes } = await processes.read(["git", "show", named(path)], options);
      if (exitCode !== 0) throw Object.assign(new Error(`not in ${revision}: ${path}`), { code: "ENOENT" });
      return bytes;
    },
    async stat(path) {
      const { exitCode, stdout } = await git("cat-file", "-s", named(path));
      return exitCode === 0 ? { size: Number(stdout), mode: 0o644 } : undefined;
    },
    // `ls-tree` knows no patterns; an empty expression is in every line.
    async glob(below, patterns) {
      const specs = patterns.map((pattern) => `:(glob)${relative(folder, resolve(below, pattern))}`);
      const { stdout } = await git("grep", "--files-with-matches", "--null", "-e", "", id, "--", ...specs);
      return stdout.split("\0").filter(Boolean).map((name) => resolve(folder, name.slice(id.length + 1))).toSorted();
    },
  };
};

/** Whether Git keeps a file; false where there is no Git to ask. */
export const isTracked = async (file: string, processes: Pick<Processes, "run">): Promise<boolean> => {
  try {
    const { exitCode } = await processes.run(["git", "ls-files", "--error-unmatch", "--", basename(file)], { cwd: dirname(file), timeoutMs: TIMEOUT_MS });
    return exitCode === 0;
  } catch {
    return false;
  }
};

const TIMEOUT_MS = 30_000;
