import { checkEvidence } from "../operations/evidence/check-evidence.ts";
import type { Project } from "../operations/open-project.ts";
import type { CommandContext } from "./context.ts";

/** What a person typed, by option, goes into Git: a text that tells a password or holds a secret ends the run. */
export const refuseSecrets = async ({ ports, cwd }: CommandContext, project: Project, texts: Readonly<Record<string, string | undefined>>): Promise<void> => {
  await checkEvidence(project, ports, { texts, evidence: undefined, cwd });
};
