import type { Network } from "../../catalogue/environments.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import { toldOutside } from "../../catalogue/guides/told-outside.ts";
import { guideMessages } from "../../messages/guide-messages.ts";
import type { Step } from "../../model/step.ts";
import { guideSheet } from "../guide/guide-sheet.ts";
import type { Row } from "../guide/rows.ts";
import { sheetRows } from "../guide/sheet-rows.ts";
import type { Scene } from "../text/scene.ts";
import { culprit } from "../text/seen.ts";
import { sayOf, subjectOf } from "../text/step-title.ts";
import { distinctValues } from "../text/step-values.ts";
import type { Recipient } from "./recipients.ts";

export interface WorklistStep {
  readonly number: number;
  readonly title: string;
  readonly parts: readonly WorklistPart[];
}

/** A word at the left, and what is said beside it: a click has its number, a value the label of its field. */
export interface WorklistPart {
  readonly lead: string;
  readonly lines: readonly WorklistLine[];
}

export interface WorklistLine {
  readonly number?: string;
  readonly label?: string;
  readonly text: string;
}

/** A step as its guide tells it to somebody outside, and what a session says once for all of its steps. */
export interface ToldStep {
  readonly step: WorklistStep;
  readonly url?: string;
  readonly needs: readonly string[];
  readonly trouble: readonly string[];
}

export const toldStep = (step: Step, number: number, { recipient, scene, network }: Told): ToldStep => {
  const { worklist: words } = scene.words;
  const guideWords = guideMessages(scene.language);
  const sheet = guideSheet(step, NOTHING_ASKED, scene, { network, call: false }, toldOutside(GUIDES[step.action]));
  const rows = sheetRows(sheet, guideWords, scene);
  const why = words.why[step.action];
  return {
    step: {
      number,
      title: toldTitle(step, recipient, scene),
      parts: [
        ...lookFirst(step, scene).map((text) => ({ lead: words.leads.first, lines: [{ text }] })),
        ...(why === undefined ? [] : [{ lead: words.leads.why, lines: [{ text: why }] }]),
        ...rows.flatMap((row) => partOf(row, scene)),
      ],
    },
    ...(sheet.url === undefined ? {} : { url: sheet.url }),
    needs: sheet.prerequisites,
    trouble: sheet.goesWrong.map(({ sees, remedy }) => guideWords.wrong(sees, remedy)),
  };
};

interface Told {
  readonly recipient: Recipient;
  readonly scene: Scene;
  readonly network: Network;
}

/** What is to be done, and for which structure: a client knows his SIRET, not our code for him. */
export const toldTitle = (step: Step, recipient: Pick<Recipient, "client">, scene: Scene): string => titleOf(step, recipient, scene, sayOf(step, scene));

/** The same with other words for what is to be done. */
export const titleOf = (step: Step, { client }: Pick<Recipient, "client">, scene: Scene, what: string): string => {
  const { subject } = GUIDES[step.action];
  const identifiers = distinctValues(step, "identifiant");
  const isStructure = client !== undefined && subject?.argument === "structure" && identifiers.length > 0;
  return `${isStructure ? scene.words.worklist.structure(identifiers.join(", ")) : subjectOf(step, scene)}${scene.words.words.colon}${what}`;
};

/** What may be so already: asked before it is done again, since doing it again may undo it. */
const lookFirst = (step: Step, scene: Scene): readonly string[] => {
  const { lookFirst: look, notAgain } = scene.words.worklist;
  if (step.why === "contradicted" || step.why === "attestation-expired") return [look];
  return mayBeReset(step, scene) ? [notAgain] : [];
};

/** Whether the password that is refused may be an old one: then another reset would end the good one. */
export const mayBeReset = (step: Step, { resources }: Scene): boolean =>
  step.action === "reset-password" &&
  step.why !== "due" &&
  step.items.some(({ address }) => {
    const resource = resources.get(address);
    return resource !== undefined && culprit(step, resource)?.causes?.some(({ cause }) => cause === "changed") === true;
  });

/** A row of a guide in the words of a message; what a session says of all of its steps is left to it. */
export const partOf = ({ lead, lines }: Row, { words: { worklist } }: Scene): readonly WorklistPart[] => {
  const said = (worklist.leads as Readonly<Record<string, string>>)[lead];
  if (said === undefined || lines.length === 0 || TOLD_ONCE.has(lead)) return [];
  return [
    {
      lead: said,
      lines: lines.map(({ leads = [], text }) => {
        const label = leads.map((one) => one.text).join(" ").trim();
        if (label === "") return { text };
        return lead === "do" ? { number: label, text } : { label, text };
      }),
    },
  ];
};

/** What a session says, of all of its steps. */
const TOLD_ONCE: ReadonlySet<string> = new Set(["where", "needs", "wrong"]);

const NOTHING_ASKED = { standings: new Map(), before: new Map() } as const;
