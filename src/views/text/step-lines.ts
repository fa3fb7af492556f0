import type { Step, StepReason } from "../../model/step.ts";
import type { Line, Style } from "./layout.ts";
import type { Scene } from "./scene.ts";
import { seenTexts, triedAgainTexts } from "./seen.ts";
import { stepEntries } from "./step-body.ts";
import { stepTitle } from "./step-title.ts";
import { stepList } from "./unknowns.ts";
import { widthOf } from "./wrap.ts";

/**
 * A step's lines: its number, its sign and what it is about, then what is said of it.
 *
 * @param told what the session already said of what was seen; it is not said twice
 */
export const stepLines = (step: Step, told: Set<string>, scene: Scene): readonly Line[] => {
  const { plan } = scene.words;
  const seen = [...seenTexts(step, scene), ...triedAgainTexts(step, scene)].filter((text) => !told.has(text));
  for (const text of seen) told.add(text);
  const numberWidth = String(scene.document.steps.at(-1)?.number ?? 1).length + 2;
  const indent = 2 + numberWidth + SIGN_WIDTH;
  const leadWidth = Math.max(...Object.values(plan.leads).map(widthOf)) + 1;
  return [
    {
      indent: 2,
      leads: [
        { text: String(step.number), width: numberWidth, style: "title" },
        { text: SIGNS[step.why].sign, width: SIGN_WIDTH, style: SIGNS[step.why].style },
      ],
      text: stepTitle(step, scene),
      style: "title",
      ...(step.waitsFor.length === 0 ? {} : { right: plan.waitsFor(stepList(step.waitsFor)) }),
    },
    ...stepEntries(step, seen, scene).flatMap(({ lead, lines }) =>
      lines.map((line, index): Line => ({
        ...line,
        indent,
        leads: [
          { text: index === 0 ? plan.leads[lead] : "", width: leadWidth + line.indent, style: "lead" },
          ...(line.leads ?? []),
        ],
      })),
    ),
  ];
};

const SIGNS: Readonly<Record<StepReason, { readonly sign: string; readonly style: Style }>> = {
  missing: { sign: "+", style: "todo" },
  unproven: { sign: "+", style: "todo" },
  due: { sign: "!", style: "warning" },
  contradicted: { sign: "~", style: "doubt" },
  "attestation-expired": { sign: "~", style: "doubt" },
};

const SIGN_WIDTH = 2;
