import { loadConfiguration } from "../config/load.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Address } from "../model/address.ts";
import type { Resource } from "../model/resource.ts";
import { wantedResources } from "../plan/plan.ts";
import type { Ports } from "../ports/ports.ts";
import { gitFiles } from "./git-files.ts";
import type { ReadableProject } from "./open-project.ts";

/**
 * The resources that the configuration wants otherwise than a Git revision did: new ones, and those whose desired values
 * differ. All of them where that revision had no configuration that holds. Throws where there is no such revision.
 */
export const changedSince = async (
  { clock, processes }: Pick<Ports, "clock" | "processes">,
  { desired, folder, entry }: ReadableProject,
  revision: string,
): Promise<ReadonlySet<Address>> => {
  const files = await gitFiles(folder, revision, processes);
  if (files === undefined) {
    throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "unknown-revision", value: revision, of: "--changed-since" })]);
  }
  const nowMs = clock.now();
  const before = await loadConfiguration({ files, entry, places: "of-errors" });
  const known = new Map(before.desired === undefined ? [] : wantedResources(before.desired, nowMs).map((one) => [one.address, meaningOf(one)]));
  const changed = wantedResources(desired, nowMs).filter((one) => known.get(one.address) !== meaningOf(one));
  return new Set(changed.map(({ address }) => address));
};

const meaningOf = ({ spec, lifecycle }: Resource): string => JSON.stringify([lifecycle, spec]);
