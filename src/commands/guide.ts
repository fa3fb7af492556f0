import { blockedWaysOf } from "../catalogue/guides/blocked.ts";
import type { BlockedReason } from "../catalogue/guides/blocked-way.ts";
import { GUIDES } from "../catalogue/guides/guides.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { possibleSteps } from "../kinds/possible-steps.ts";
import { guideMessages } from "../messages/guide-messages.ts";
import { defined } from "../model/defined.ts";
import type { Resource } from "../model/resource.ts";
import type { Step, StepAction } from "../model/step.ts";
import { planOffline } from "../operations/plan.ts";
import { guidedSteps } from "../plan/guided-steps.ts";
import { guideDocument } from "../views/guide/guide-document.ts";
import { renderGuideJson } from "../views/guide/guide-json.ts";
import { renderGuideText } from "../views/guide/guide-text.ts";
import { setScene } from "../views/text/scene.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { openForCommand } from "./open-run.ts";
import { openUrl } from "./open-url.ts";
import { addressesOf } from "../operations/selection.ts";

export interface GuideOptions {
  readonly action?: string;
  readonly blocked?: BlockedReason;
  readonly call?: boolean;
  readonly open?: boolean;
  readonly format?: string;
}

/** `chorus guide ADDRESS…`: how a step is done, from what is declared and recorded. No request, no secret. */
export const run = async (context: CommandContext, args: readonly string[], options: GuideOptions): Promise<number> => {
  const { clock, terminal } = context.ports;
  const { project } = await openForCommand(context, { live: false });
  const { desired } = project;
  const plan = planOffline(project, clock.now());
  const resources = new Map(plan.assessed.map(({ resource }) => [resource.address, resource]));
  const wanted = addressesOf(args, [...resources.keys()]).flatMap((address) => resources.get(address) ?? []);
  const guided = guidedSteps(plan, wanted, chosenAction(options.action, wanted));
  if (options.blocked !== undefined) requireBlocked(options.blocked, guided.steps);
  const screen = screenFor(context, terminal.stdout, desired.language);
  const scene = setScene(plan.document, screen);
  const { call = false, blocked } = options;
  const document = guideDocument(guided, scene, defined({ network: desired.network, call, blocked }));
  terminal.stdout.write(options.format === "json" ? renderGuideJson(document) : renderGuideText(document, scene, screen));
  if (options.open === true) {
    const urls = new Set(document.sessions.flatMap(({ guides = [], blocked: ways = [] }) => [...guides, ...ways].flatMap(({ url }) => url ?? [])));
    for (const url of urls) {
      if (!(await openUrl(url, context.ports))) terminal.stderr.write(`${guideMessages(screen.language).toOpen(url)}\n`);
    }
  }
  return DONE;
};

/** A step that every one of the resources knows. */
const chosenAction = (asked: string | undefined, resources: readonly Resource[]): StepAction | undefined => {
  if (asked === undefined) return undefined;
  const [first = [], ...rest] = resources.map((resource) => possibleSteps(resource).map(({ action }) => action));
  const shared = first.filter((action) => rest.every((actions) => actions.includes(action)));
  const found = shared.find((action) => action === asked);
  if (found === undefined) throw wrongValue("--action", asked, shared);
  return found;
};

/** A way around that leads nowhere from here would only send somebody astray. */
const requireBlocked = (reason: BlockedReason, steps: readonly Step[]): void => {
  for (const { action, environment } of steps) {
    const ways = blockedWaysOf({ ...GUIDES[action], environment }).map((way) => way.reason);
    if (!ways.includes(reason)) throw wrongValue("--blocked", reason, ways);
  }
};

const wrongValue = (of: string, value: string, allowed: readonly string[]): ChorusError => {
  const shown = allowed.length === 0 ? {} : { allowed: allowed.join(", ") };
  return new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value, of, ...shown })]);
};
