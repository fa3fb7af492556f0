import { relative } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { walkMessages } from "../../messages/walk-messages.ts";
import { defined } from "../../model/defined.ts";
import type { Resource } from "../../model/resource.ts";
import { attest } from "../../operations/attest.ts";
import { checkEvidence } from "../../operations/evidence/check-evidence.ts";
import { renderAttested } from "../../views/attest-text.ts";
import { renderDiagnosticsText } from "../../views/diagnostics.ts";
import { nameAddress } from "../../views/text/names.ts";
import { renderChoosing } from "../../views/walk/questions.ts";
import { renderSign } from "../../views/walk/told.ts";
import { askLine } from "./ask-line.ts";
import { sceneOf, say, screenOf, nameOf, type AtStep } from "./desk.ts";

/**
 * Takes a person's word on the spot, as `chorus attest` does: what was seen, where to find it again. What would be
 * refused there is refused here, told, and the step stays before the person.
 */
export const askWord = async (at: AtStep): Promise<"given" | "back" | "ended"> => {
  const { desk, underway } = at;
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const resources = await askWhich(at);
  if (typeof resources === "string") return resources;
  const seen = await askLine(at, words.askSeen);
  if (seen.reply !== "given" || seen.text === "") return seen.reply === "ended" ? "ended" : "back";
  const given = await askLine(at, words.askEvidence);
  if (given.reply !== "given") return given.reply;
  const by = await nameOf(desk, async () => {
    const name = await askLine(at, words.askName);
    return name.reply === "given" && name.text !== "" ? name.text : undefined;
  });
  if (by === undefined) return "back";
  const { ports, cwd } = desk.context;
  try {
    const texts = { "--by": by, "--seen": seen.text };
    const checked = await checkEvidence(underway.project, ports, { texts, evidence: given.text === "" ? undefined : given.text, cwd });
    const word = { seen: seen.text };
    const { file, attestations } = await attest(underway.project, ports, defined({ resources, by, word, evidence: checked?.reference, nowMs: ports.clock.now() }));
    say(desk, renderAttested({ attestations, unread: checked?.isUnread === true ? given.text : undefined }, screen));
    say(desk, renderSign(words.noted(relative(cwd, file)), "told", screen));
    return "given";
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
    say(desk, renderDiagnosticsText(error.diagnostics, screen));
    return "back";
  }
};

/** Which of a step's things the word is about: all of them, or one. */
const askWhich = async ({ desk, step, underway }: AtStep): Promise<readonly Resource[] | "back" | "ended"> => {
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const scene = sceneOf(desk, underway);
  const own = new Set(step.items.map(({ address }) => address));
  const resources = underway.plan.assessed.map(({ resource }) => resource).filter(({ address }) => own.has(address));
  if (resources.length < 2) return resources;
  const choices = resources.map(({ address }) => {
    const { name, claim } = nameAddress(address, scene);
    return { value: address, label: `${name}, ${claim}` };
  });
  const reply = await desk.person.choose([{ value: ALL, label: words.all(resources.length) }, ...choices], (choosing) => renderChoosing(words.whichSeen, choosing, screen));
  if (reply.reply !== "given") return reply.reply;
  return reply.text === ALL ? resources : resources.filter(({ address }) => address === reply.text);
};

/** No address is empty. */
const ALL = "";
