import { dirname } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isAddress, type Address } from "../../model/address.ts";
import type { HistoryEntry } from "../../model/history.ts";
import { toInstant } from "../../model/instant.ts";
import { isElsewhere } from "../../model/place.ts";
import type { Processes } from "../../ports/ports.ts";
import { possibleSubjects } from "../../state/possible-subjects.ts";
import type { StateStore } from "../../state/store.ts";
import { readRecorded, subjectOf } from "./recorded.ts";

/**
 * What was recorded of a subject, the latest first: by the store where it keeps a history, by Git where it is a file. Throws
 * `CHR-STATE-HISTORY` where there is neither.
 */
export const historyOf = async (store: StateStore, asked: string, processes: Pick<Processes, "run">): Promise<readonly HistoryEntry[]> => {
  const subject = await subjectAsked(store, asked);
  const kept = (await store.history?.(subject)) ?? (await historyInGit(store.place, subject, processes));
  if (kept === undefined) throw new ChorusError([diagnostic("CHR-STATE-HISTORY", "error", { place: store.place })]);
  return kept;
};

/** What is recorded no longer has a history too. */
const subjectAsked = async (store: StateStore, asked: string): Promise<Address> => {
  if (isAddress(asked)) return subjectOf(await store.read(new Set(possibleSubjects(asked))), asked);
  const { state, records } = await readRecorded(store, [asked]);
  return subjectOf(state, records[0]?.address ?? (asked as Address));
};

const historyInGit = async (place: string, subject: Address, processes: Pick<Processes, "run">): Promise<readonly HistoryEntry[] | undefined> => {
  if (isElsewhere(place)) return undefined;
  const git = (...args: readonly string[]) => processes.run(["git", ...args], { cwd: dirname(place), timeoutMs: TIMEOUT_MS });
  const found = await git("log", `--max-count=${MOST}`, "--format=%H%x00%an%x00%ct%x00%s", `-G${escaped(`"subject":${JSON.stringify(subject)}`)}`, "--", place).catch(() => undefined);
  if (found === undefined || found.exitCode !== 0 || found.stdout.trim() === "") return undefined;
  const path = (await git("ls-files", "--full-name", "--", place)).stdout.trim();
  const lineAt = async (revision: string): Promise<string | undefined> => {
    const { exitCode, stdout } = await git("show", `${revision}:${path}`);
    return exitCode === 0 ? stdout.split("\n").find((line) => line.startsWith(lineOf(subject))) : undefined;
  };
  const entries: HistoryEntry[] = [];
  for (const line of found.stdout.trim().split("\n")) {
    const [commit = "", who = "", seconds = "0", command = ""] = line.split("\u0000");
    const [before, after] = [await lineAt(`${commit}^`), await lineAt(commit)];
    entries.push({
      at: toInstant(Number(seconds) * 1000),
      author: { who, command, commit },
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
  return entries;
};

/** How a subject's line begins. */
const lineOf = (subject: Address): string => `{"subject":${JSON.stringify(subject)}`;

/** For `git log -G`, which takes a regular expression. */
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const TIMEOUT_MS = 30_000;

/** Commits that are looked at. */
const MOST = 50;
