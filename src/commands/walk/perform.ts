import { GUIDES } from "../../catalogue/guides/guides.ts";
import { guideUrl } from "../../catalogue/guides/guide-url.ts";
import { keysFor } from "../../apply/walk/keys.ts";
import { stepValues } from "../../apply/walk/step-values.ts";
import type { WalkEffect, WalkEvent } from "../../apply/walk/walk.ts";
import { guideMessages } from "../../messages/guide-messages.ts";
import { walkMessages } from "../../messages/walk-messages.ts";
import type { Step } from "../../model/step.ts";
import { planAgain } from "../../operations/observe-again.ts";
import type { Reply } from "../../ports/ports.ts";
import { printable } from "../../views/printable.ts";
import type { Scene } from "../../views/text/scene.ts";
import { renderClosingMenu, renderMenu } from "../../views/walk/menu.ts";
import { renderChoosing } from "../../views/walk/questions.ts";
import { renderStep, renderWholeGuide } from "../../views/walk/step-screen.ts";
import { renderChange, renderClosing, renderHelp, renderSign } from "../../views/walk/told.ts";
import { openUrl } from "../open-url.ts";
import { askWhen } from "./ask-when.ts";
import { askWord } from "./ask-word.ts";
import { say, sceneOf, screenOf, type AtStep, type Performed } from "./desk.ts";
import { look } from "./look.ts";

type At = Omit<AtStep, "step">;

/** Does one thing that the walk asks for. */
export const perform = async (effect: Exclude<WalkEffect, { readonly do: "leave" }>, at: At): Promise<Performed> => {
  const { desk, underway } = at;
  const { clock } = desk.context.ports;
  const { network } = underway.project.desired;
  const screen = screenOf(desk, underway);
  const scene = (): Scene => sceneOf(desk, underway);
  switch (effect.do) {
    case "show-step":
      say(desk, renderStep(effect.step, effect, scene(), { ...screen, network }));
      return {};
    case "show-guide":
      say(desk, renderWholeGuide(effect.step, scene(), { ...screen, network }));
      return {};
    case "show-help":
      say(desk, renderHelp(screen));
      return {};
    case "tell-change":
      say(desk, renderChange(effect.change, scene(), screen));
      return {};
    case "copy":
      await copy(effect.value.value, at);
      return {};
    case "open-portal":
      await openPortal(effect.step, at);
      return {};
    case "read-key":
      return { event: keyEvent(await desk.person.key(keysFor(effect.step), (pressed) => renderMenu(effect.step, pressed, screen)), clock.now()) };
    case "list-values":
      return { event: await copyOneOf(effect.step, at) };
    case "look":
      return look({ ...at, step: effect.step }, effect.waitMs);
    case "ask-word": {
      const word = await askWord({ ...at, step: effect.step });
      return { event: { on: word === "given" ? "word-given" : word } };
    }
    case "ask-when":
      return postpone(effect.step, at);
    case "close":
      say(desk, renderClosing(effect.closing, scene(), screen));
      if (effect.closing.skipped + effect.closing.postponed.count === 0) return {};
      return { event: keyEvent(await desk.person.key(["r", "return", "q"], (pressed) => renderClosingMenu(pressed, screen)), clock.now()) };
  }
};

const keyEvent = (reply: Reply, nowMs: number): WalkEvent =>
  reply.reply === "given" ? { on: "key", key: reply.text, nowMs } : { on: reply.reply };

/** What is copied is what is shown: nothing that would act in the form it is pasted into. */
const copy = async (value: string, { desk, underway }: At): Promise<void> => {
  const screen = screenOf(desk, underway);
  const words = walkMessages(screen.language);
  const text = printable(value);
  const done = await desk.context.ports.clipboard.copy(text);
  say(desk, renderSign(words[done](text), "done", screen));
};

const copyOneOf = async (step: Step, at: At): Promise<WalkEvent> => {
  const screen = screenOf(at.desk, at.underway);
  const { does } = walkMessages(screen.language);
  const choices = stepValues(step).map(({ value }) => ({ value, label: value }));
  const reply = await at.desk.person.choose(choices, (choosing) => renderChoosing(does.copy, choosing, screen));
  if (reply.reply !== "given") return { on: reply.reply };
  await copy(reply.text, at);
  return { on: "back" };
};

const openPortal = async (step: Step, { desk, underway }: At): Promise<void> => {
  const screen = screenOf(desk, underway);
  const url = guideUrl(GUIDES[step.action], step.environment, underway.project.desired.network)?.href;
  if (url === undefined) return;
  const isOpen = await openUrl(url, desk.context.ports);
  say(desk, renderSign(isOpen ? walkMessages(screen.language).opened(url) : guideMessages(screen.language).toOpen(url), isOpen ? "done" : "told", screen));
};

const postpone = async (step: Step, at: At): Promise<Performed> => {
  const { desk, underway } = at;
  const when = await askWhen({ ...at, step });
  if (typeof when === "string") return { event: { on: when } };
  const now = await planAgain(underway, underway.plan.input.observations, desk.context.ports);
  const { untilMs } = when;
  const nowMs = desk.context.ports.clock.now();
  return { underway: now, event: { on: "postponed", document: now.plan.document, nowMs, ...(untilMs === undefined ? {} : { untilMs }) } };
};
