import type { Field, Guide, Label, PathPart, Text } from "../../catalogue/guides/guide.ts";
import { AT_THE_CLIENT, pathsIn } from "../../catalogue/guides/guide.ts";
import { SIGN_IN } from "../../catalogue/guides/sign-in.ts";
import { toldOutside } from "../../catalogue/guides/told-outside.ts";
import { spokenMessages, type SpokenWords } from "../../messages/guide-messages.ts";
import type { Step } from "../../model/step.ts";
import type { Scene } from "../text/scene.ts";
import { noteTexts } from "../text/step-body.ts";
import { distinctValues, fill, valueText } from "../text/step-values.ts";
import { subjectOf } from "../text/step-title.ts";
import { readAloud, readUrl, type Aloud } from "./aloud.ts";

/** What one says on the telephone while the other clicks: a sentence, an action, and what the other should see. */
export type CallLine =
  | { readonly line: "item"; readonly text: string }
  | { readonly line: "say"; readonly text: string; readonly aloud?: readonly Aloud[]; readonly readBack?: true; readonly sees?: string }
  | { readonly line: "pause"; readonly text: string; readonly sees?: string };

/** A guide with the step that it is told for. */
export interface Told {
  readonly step: Step;
  readonly guide: Guide;
  readonly scene: Scene;
  readonly url: string | undefined;
}

/** The script of a step, from the portal's door to what the screen shows at the end. */
export const callScript = (told: Told): readonly CallLine[] => {
  const { step, guide } = told;
  const read = new Set<string>();
  const each = guide.times === "each" && step.items.length > 1;
  const rounds = each ? step.items.map((item) => ({ ...told, step: { ...step, items: [item] } })) : [told];
  return [
    ...opening(told),
    ...rounds.flatMap((one, index): readonly CallLine[] => [
      ...(each ? [{ line: "item", text: words(told).item(index + 1, rounds.length, subjectOf(one.step, one.scene)) } as const] : []),
      ...withoutRepeats(round(one), read),
      ...storing(one),
    ]),
    { line: "say", text: guide.secret === undefined ? words(told).done : words(told).doneUnread(secretOf(told)) },
  ];
};

const secretOf = ({ guide, scene }: Told): string => guide.secret?.[scene.language] ?? "";

const words = ({ scene }: Told): SpokenWords => spokenMessages(scene.language);

/** Until the other is logged in; who registers has no account to log in with. */
const opening = (told: Told): readonly CallLine[] => {
  const { guide, step, scene, url } = told;
  if (guide.portal === undefined || url === undefined) return [];
  const { say, sees, pause } = SIGN_IN[guide.portal][step.environment];
  const door: CallLine = { line: "say", text: words(told).open(url), aloud: [{ value: url, aloud: readUrl(url, words(told)) }] };
  return [
    ...(guide.secret === undefined ? [] : [{ line: "say", text: words(told).secret(secretOf(told)) } as const]),
    door,
    ...(guide.kind === "compte-piste"
      ? []
      : [
          ...say.map((text) => ({ line: "say", text: text[scene.language] }) as const),
          { line: "pause", text: pause[scene.language], sees: sees[scene.language] } as const,
        ]),
  ];
};

/** Once through the path and the form. */
const round = (told: Told): readonly CallLine[] => {
  const { guide, step } = told;
  const parts = pathsIn(guide.paths, step.environment).flat();
  const fields = guide.fields.filter(({ argument }) => distinctValues(step, argument).length > 0);
  const own = guide.ownFields ?? [];
  const [form] = [...fields.map((field) => field.group ?? field), ...own];
  const end = guide.submit === undefined ? resultOf(told) : quotedLabel(guide.submit, told);
  const afterPath = form === undefined ? end : quotedLabel(form, told);
  return [
    ...parts.flatMap((part, index) => sayPart(part, parts[index + 1], afterPath, told)),
    ...fields.flatMap((field, index) => sayField(field, fields[index - 1], told)),
    ...own.map((field): CallLine => ({ line: "say", text: words(told).own(quotedLabel(field, told), field.value[told.scene.language]) })),
    ...(guide.submit === undefined
      ? []
      : [{ line: "say", text: words(told).click(quotedLabel(guide.submit, told)), sees: resultOf(told) } as const]),
  ];
};

export const sayPart = (part: PathPart, next: PathPart | undefined, afterPath: string, told: Told): readonly CallLine[] => {
  const sees = next === undefined ? afterPath : "label" in next ? quotedLabel(next, told) : undefined;
  const template = part.say ?? ("act" in part ? part.act : undefined);
  const shown = sees === undefined ? {} : { sees };
  if (template === undefined) {
    return "label" in part ? [{ line: "say", text: words(told).click(quotedLabel(part, told)), ...shown }] : [];
  }
  const steps = part.each === true ? told.step.items.map((item) => ({ ...told.step, items: [item] })) : [told.step];
  return steps.map((step, index) => ({
    line: "say",
    text: filled(template, { ...told, step }),
    ...aloudIn(template, { ...told, step }),
    ...(index === steps.length - 1 ? shown : {}),
  }));
};

const sayField = (field: Field, before: Field | undefined, told: Told): readonly CallLine[] => {
  const { step, guide, scene } = told;
  const value = valueText(step, field.argument, guide, scene);
  const label = quotedLabel(field, told);
  const block = field.group !== undefined && field.group !== before?.group ? [{ line: "say", text: words(told).block(quotedLabel(field.group, told)) } as const] : [];
  const isDigits = /^\d{5,}$/.test(value);
  if (field.entry === "choice") {
    const aloud = isDigits ? { aloud: [readAloud(field.argument, value, words(told))] } : {};
    return [...block, { line: "say", text: words(told).choose(label, value), ...aloud }];
  }
  return [
    ...block,
    { line: "say", text: words(told).type(label, value), aloud: [readAloud(field.argument, value, words(told))], readBack: true },
  ];
};

const storing = (told: Told): readonly CallLine[] => {
  const { step, guide, scene } = told;
  // Where the place is the client's own, the sentence is said to him.
  const isTheirs = step.items.some(({ arguments: { depot, password } }) => depot !== undefined || password === AT_THE_CLIENT);
  const keep = noteTexts(isTheirs ? toldOutside(guide).keep : guide.keep, step, guide, scene);
  if (keep.length === 0) return [];
  const stored: CallLine = { line: "say", text: words(told).stored };
  if (guide.secret === undefined) return [...keep.map((text) => ({ line: "pause", text }) as const), stored];
  // Who clicks must hear where it goes; the screen is left to them.
  return [words(told).unread(secretOf(told)), ...keep.map((text) => `${asSentence(text)}.`)].map((text): CallLine => ({ line: "say", text })).concat(stored);
};

export const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const resultOf = (told: Told): string => filled(told.guide.result, told);

/** The words on screen between quotes, and what they mean beside them: only the quotes are looked for. */
const quotedLabel = ({ label, en }: Label, { scene }: Told): string => {
  const quoted = scene.words.words.quoted(label);
  return scene.language === "fr" || en === undefined ? quoted : `${quoted} (${en})`;
};

const filled = (text: Text, { step, guide, scene }: Told): string => fill(text[scene.language], step, guide, scene);

/** What in a sentence must be read digit by digit, or letter by letter. */
const aloudIn = (text: Text, told: Told): { readonly aloud?: readonly Aloud[] } => {
  const named = [...text[told.scene.language].matchAll(/\{(\w+)\}/g)].map(([, argument = ""]) => argument);
  const aloud = named.flatMap((argument) =>
    distinctValues(told.step, argument)
      .filter((value) => SPELLED.has(argument) || /^\d{5,}$/.test(value))
      .map((value) => readAloud(argument, value, words(told))),
  );
  return aloud.length === 0 ? {} : { aloud };
};

/** A value is spelled the first time that it is said. */
export const withoutRepeats = (lines: readonly CallLine[], read: Set<string>): readonly CallLine[] =>
  lines.map((line) => {
    if (line.line !== "say" || line.aloud === undefined) return line;
    const { aloud, ...rest } = line;
    const fresh = aloud.filter(({ value }) => !read.has(value));
    for (const { value } of fresh) read.add(value);
    return fresh.length === 0 ? rest : { ...rest, aloud: fresh };
  });

/** Values that nobody would guess the spelling of. */
const SPELLED: ReadonlySet<string> = new Set(["nom", "login", "email", "application", "service"]);
