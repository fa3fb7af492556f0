import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createWorld } from "../../../src/observe/access.ts";
import { estimateRequests } from "../../../src/observe/estimate.ts";
import { questionsOf } from "../../../src/operations/questions.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { renderRequests } from "../../../src/views/requests-text.ts";
import { ROOT } from "../../cli/support.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom } from "../../support/world.ts";

/** What `chorus plan --explain-requests --env production` prints in English in a copy of examples/direct. */
export const renderRequestsOfExample = async (): Promise<string> => {
  const desired = await desiredFrom(await readFile(join(ROOT, "examples/direct/chorus.config.yaml"), "utf8"));
  const questions = questionsOf(wantedResources(desired, NOON, { environment: "production" }), new Map());
  const estimates = estimateRequests(questions, createWorld(desired, {}));
  return `\`\`\`text\n${renderRequests({ estimates, reused: 0 }, "en")}\`\`\``;
};
