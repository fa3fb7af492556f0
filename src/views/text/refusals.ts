import type { EnvironmentName } from "../../model/environment.ts";
import type { Reason } from "../../model/observation.ts";
import type { Step } from "../../model/step.ts";
import { causeLines } from "./causes.ts";
import type { Line } from "./layout.ts";
import { listNames, nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";
import { culprit, seenTexts, triedAgainTexts } from "./seen.ts";

/**
 * Which secrets were refused, and why as far as can be told. A step that is only counted says nothing of it, and whoever has
 * just put a secret in its place waits for this.
 */
export const refusalLines = (environment: EnvironmentName, scene: Scene): readonly Line[] => {
  const refused = scene.document.steps.filter((step) => step.environment === environment && isRefused(step, scene));
  const rest = refused.length - MOST_REFUSALS;
  return [
    ...refused.slice(0, MOST_REFUSALS).flatMap((step) => linesOf(step, scene)),
    ...(rest > 0 ? [{ indent: 5, text: scene.words.plan.more(rest), style: "quiet" } as const] : []),
  ];
};

const isRefused = (step: Step, { resources }: Scene): boolean =>
  step.items.some(({ address }) => {
    const resource = resources.get(address);
    const reason = resource === undefined ? undefined : culprit(step, resource)?.reason;
    return reason !== undefined && REFUSALS.has(reason);
  });

const linesOf = (step: Step, scene: Scene): readonly Line[] => {
  const { words } = scene.words;
  const named = step.items.map(({ address }) => nameAddress(address, scene));
  const distinct = (values: readonly string[]): string => listNames([...new Set(values)], scene);
  const subject = `${distinct(named.map(({ name }) => name))}, ${distinct(named.map(({ claim }) => claim))}`;
  return [
    { indent: 2, leads: [{ text: "✗", width: 3, style: "removed" }], text: `${subject}${words.colon}${seenTexts(step, scene).join(words.semicolon)}` },
    ...[...causeLines(step, scene).map(({ text }) => text), ...triedAgainTexts(step, scene)].map((text) => ({ indent: 5, text, style: "quiet" }) as const),
  ];
};

const REFUSALS: ReadonlySet<Reason> = new Set(["client-refused", "login-refused"]);

const MOST_REFUSALS = 5;
