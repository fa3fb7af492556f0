import { pathsIn, type Field, type Guide, type Label, type Note, type Path } from "../../catalogue/guides/guide.ts";
import { GUIDES } from "../../catalogue/guides/guides.ts";
import type { Messages } from "../../messages/shape.ts";
import type { Step } from "../../model/step.ts";
import { withBraces } from "./braces.ts";
import { causeLines } from "./causes.ts";
import { gapLines } from "./gap.ts";
import type { Line } from "./layout.ts";
import { requestLines } from "./requests.ts";
import { distinctValues, fill, isSaid, valueText } from "./step-values.ts";
import type { Scene } from "./scene.ts";
import { unbroken, widthOf } from "./wrap.ts";

/** A word at the left, and what is said beside it. */
export interface Entry {
  readonly lead: keyof Messages["plan"]["leads"];
  readonly lines: readonly Line[];
}

/** Everything of a step below its title: what was seen, what to do, what to bring back, how it will show. */
export const stepEntries = (step: Step, seen: readonly string[], scene: Scene): readonly Entry[] => {
  const guide = GUIDES[step.action];
  return [
    { lead: "seen", lines: seen.map(plain) },
    { lead: "causes", lines: causeLines(step, scene) },
    { lead: "gap", lines: gapLines(step, scene) },
    { lead: "before", lines: [...checkLines(step, scene), ...noteLines(guide.before, step, guide, scene)] },
    { lead: "do", lines: doLines(step, guide, scene) },
    { lead: "keep", lines: noteLines(guide.keep, step, guide, scene) },
    { lead: "after", lines: noteLines(guide.after, step, guide, scene) },
    { lead: "request", lines: requestLines(step, scene) },
    { lead: "proof", lines: [plain(proofText(step, guide, scene))] },
  ].filter(({ lines }) => lines.length > 0) as readonly Entry[];
};

/** What a person said may still be so: look before doing it again. */
const checkLines = ({ why }: Step, { words }: Scene): readonly Line[] =>
  why === "contradicted" || why === "attestation-expired" ? [plain(words.plan.lookFirst[why])] : [];

const doLines = (step: Step, guide: Guide, scene: Scene): readonly Line[] => {
  const rows = fieldRows(step, guide, scene);
  const inTable = rows.length >= TABLE_FROM;
  const paths = pathsIn(guide.paths, step.environment).map((path) => pathText(path, step, guide, scene));
  const repeated = guide.times === "each" && step.items.length > 1 ? ` (${scene.words.plan.repeat(step.items.length)})` : "";
  if (inTable) {
    const submit = guide.submit === undefined ? [] : [plain(`${scene.words.plan.thenSubmit} ${labelText(guide.submit, scene)}`)];
    return [...paths.map((path) => plain(`${path}${repeated}${scene.words.words.colon.trimEnd()}`)), ...tableLines(rows), ...submit];
  }
  const inline = rows.map(({ label, value }) => `${label}${scene.words.words.colon}${value}`);
  const submit = guide.submit === undefined ? [] : [labelText(guide.submit, scene)];
  return paths.map((path, index) =>
    plain(index === paths.length - 1 ? `${[path, ...inline, ...submit].join(" > ")}${repeated}` : path),
  );
};

const pathText = (path: Path, step: Step, guide: Guide, scene: Scene): string =>
  path
    .map((part) => ("act" in part ? fill(part.act[scene.language], step, guide, scene) : labelText(part, scene)))
    .join(" > ");

/** The words on screen, which are French; in English with what they mean. */
export const labelText = ({ label, en }: Label, { language }: Pick<Scene, "language">): string =>
  language === "fr" || en === undefined ? label : `${label} (${en})`;

interface Row {
  readonly label: string;
  readonly value: string;
}

/** The fields that have a value; those under one heading of the screen on one row. */
const fieldRows = (step: Step, guide: Guide, scene: Scene): readonly Row[] => {
  const rows: Row[] = [];
  let heading: Label | undefined;
  for (const field of guide.fields.filter(({ argument }) => distinctValues(step, argument).length > 0)) {
    const value = valueText(step, field.argument, guide, scene);
    const last = rows.at(-1);
    if (field.group !== undefined && field.group === heading && last !== undefined) {
      rows[rows.length - 1] = { label: last.label, value: `${last.value} · ${value}` };
    } else {
      rows.push({ label: labelText(headingOf(field), scene), value });
    }
    heading = field.group;
  }
  return rows;
};

const headingOf = (field: Field): Label => field.group ?? field;

const tableLines = (rows: readonly Row[]): readonly Line[] => {
  const width = Math.max(...rows.map(({ label }) => widthOf(label))) + 3;
  return rows.map(({ label, value }) => ({ indent: 2, leads: [{ text: label, width, style: "quiet" }], text: value }));
};

const noteLines = (notes: readonly Note[] | undefined, step: Step, guide: Guide, scene: Scene): readonly Line[] =>
  noteTexts(notes, step, guide, scene).map(plain);

export const noteTexts = (notes: readonly Note[] | undefined, step: Step, guide: Guide, scene: Scene): readonly string[] =>
  (notes ?? []).filter((note) => isSaid(note, step)).map((note) => fill(note[scene.language], step, guide, scene));

export const proofText = (step: Step, guide: Guide, scene: Scene): string => {
  const { plan } = scene.words;
  const said = guide.proof?.[step.provenBy]?.[scene.language];
  if (step.provenBy !== "attestation") return said === undefined ? plan.proofs[step.provenBy] : fill(said, step, guide, scene);
  const command = attestCommand(step);
  return said === undefined ? plan.attest(command) : said.replace("{attest}", () => command);
};

/** The command to copy, on one line. */
const attestCommand = (step: Step): string =>
  withBraces(step.items.map(({ address }) => address))
    .map((address) => unbroken(`chorus attest ${address}`))
    .join(" ; ");

const plain = (text: string): Line => ({ indent: 0, text });

const TABLE_FROM = 3;
