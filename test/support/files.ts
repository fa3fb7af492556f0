import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { nodeFiles } from "../../src/ports/node-files.ts";
import { nodeProcesses } from "../../src/ports/node-processes.ts";
import type { FileStorePorts } from "../../src/state/file-store.ts";
import { virtualClock, type VirtualClock } from "./virtual-clock.ts";

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A real folder, gone after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "chorus-"));
  folders.push(folder);
  return folder;
};

/** The machine's files and processes on a clock that waits for nothing. */
export const storePorts = (more: Partial<FileStorePorts> = {}): FileStorePorts & { readonly clock: VirtualClock } => {
  const clock = virtualClock();
  return { files: nodeFiles, processes: nodeProcesses, randomness: { uuid: () => "lineage-1" }, ...more, clock };
};
