import { relative } from "node:path";
import { parseWhen, type When } from "../../apply/walk/parse-when.ts";
import { refusedUntil } from "../../apply/walk/what-changed.ts";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { walkMessages } from "../../messages/walk-messages.ts";
import { defined } from "../../model/defined.ts";
import { toInstant } from "../../model/instant.ts";
import { checkEvidence } from "../../operations/evidence/check-evidence.ts";
import { note } from "../../operations/requests.ts";
import { renderDiagnosticsText } from "../../views/diagnostics.ts";
import { renderSign } from "../../views/walk/told.ts";
import { askLine } from "./ask-line.ts";
import { nameOf, say, sceneOf, screenOf, type AtStep } from "./desk.ts";

/**
 * Puts a step off, to a moment or for a reason. Where the step is somebody outside's, what was said goes into the journal
 * of requests; else it holds for this session.
 */
export const askWhen = async (at: AtStep): Promise<When | "back" | "ended"> => {
  const { desk, step, underway } = at;
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const { dates } = sceneOf(desk, underway);
  const refusedMs = refusedUntil(step, underway.plan.document);
  const reply = await askLine(at, words.askWhen(refusedMs === undefined ? undefined : dates.time(toInstant(refusedMs))));
  if (reply.reply !== "given") return reply.reply;
  const later: When = refusedMs === undefined ? {} : { untilMs: refusedMs };
  const when = reply.text === "" ? later : parseWhen(reply.text, desk.context.ports.clock.now());
  if (when === "past" || when === "no-day") {
    say(desk, renderSign(when === "past" ? words.isPast : words.isNoDay, "wrong", screen));
    return "back";
  }
  const kept = await keep(at, when);
  if (kept !== "kept") return kept;
  say(desk, renderSign(words.postponed(when.untilMs === undefined ? undefined : dates.at(toInstant(when.untilMs))), "told", screen));
  return when;
};

const keep = async (at: AtStep, { untilMs, reason }: When): Promise<"kept" | "back"> => {
  const { desk, step, underway } = at;
  const addresses = step.items.filter(({ request }) => request !== undefined).map(({ address }) => address);
  if (addresses.length === 0 || (untilMs === undefined && reason === undefined)) return "kept";
  const { ports, cwd } = desk.context;
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const by = await nameOf(desk, async () => {
    const name = await askLine(at, words.askName);
    return name.reply === "given" && name.text !== "" ? name.text : undefined;
  });
  if (by === undefined) return "back";
  try {
    await checkEvidence(underway.project, ports, { texts: { "--by": by, "--note": reason }, evidence: undefined, cwd });
    const until = untilMs === undefined ? undefined : toInstant(untilMs);
    const noted = await note(underway.project.folder, underway.plan, ports.files, defined({
      addresses, event: "noted" as const, note: reason, until, by, nowMs: ports.clock.now(),
    }));
    say(desk, renderSign(words.noted(relative(cwd, noted.file)), "told", screen));
    return "kept";
  } catch (error) {
    if (!(error instanceof ChorusError)) throw error;
    say(desk, renderDiagnosticsText(error.diagnostics, screen));
    return "back";
  }
};
