import { groupBy } from "../../model/group-by.ts";
import type { Step } from "../../model/step.ts";
import type { Line } from "./layout.ts";
import { actorName } from "./names.ts";
import type { Scene } from "./scene.ts";
import { shellWord } from "./shell-word.ts";
import { unbroken, widthOf } from "./wrap.ts";

/** What it all comes to, and the commands that go on from here. */
export const closingLines = (scene: Scene, listed: readonly Step[], actor: string | undefined): readonly Line[] => {
  const { summary, steps, selection } = scene.document;
  const { plan } = scene.words;
  if (selection?.where !== undefined && summary.resources === 0) return [{ indent: 0, text: plan.nothingFound, style: "title" }];
  if (steps.length === 0 && summary.toDo + summary.unknown + (summary.accepted ?? 0) === 0) return [{ indent: 0, text: plan.nothingToDo(summary.inOrder), style: "title" }];
  const { stepsByHand: byHand, stepsByChorus: byChorus, stepsWaiting: waiting } = summary;
  return [
    ...(actor !== undefined && listed.length === 0 ? [{ indent: 0, text: plan.noStepOf(actor) }] : []),
    ...otherActors(scene, listed),
    { indent: 0, text: plan.closing({ ...summary, accepted: summary.accepted ?? 0, byHand, byChorus, waiting }), style: "title" },
    {
      indent: 0,
      leads: [{ text: plan.next, width: widthOf(plan.next) + 1, style: "quiet" }],
      text: nextCommands(steps, actor).join(" "),
    },
  ];
};

const otherActors = (scene: Scene, listed: readonly Step[]): readonly Line[] => {
  const shown = new Set(listed);
  const others = scene.document.steps.filter((step) => !shown.has(step));
  if (others.length === 0) return [];
  const counts = [...groupBy(others, ({ actor }) => actorName(actor, scene))]
    .map(([who, steps]) => `${who} (${steps.length})`);
  const whose = counts.length > MOST_ACTORS ? `${counts.slice(0, MOST_ACTORS).join(", ")}…` : counts.join(", ");
  return [{ indent: 0, text: scene.words.plan.otherActors(others.length, whose), style: "quiet" }];
};

/** Apply verifies; where several people act, each can have a list of their own. */
const nextCommands = (steps: readonly Step[], actor: string | undefined): readonly string[] => {
  const people = [...new Set(steps.filter(({ mode }) => mode === "manual").map((step) => step.actor.name ?? step.actor.role))];
  const lists = actor === undefined && people.length > 1 ? people.slice(0, MOST_LISTS) : [];
  return ["chorus apply", ...lists.map((name) => `chorus plan --actor ${shellWord(name)}`)].map((command, index, all) =>
    unbroken(index === all.length - 1 ? command : `${command}${GAP}`),
  );
};

const GAP = "    ";
const MOST_ACTORS = 5;
const MOST_LISTS = 2;
