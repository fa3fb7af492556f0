import { expect, it } from "vitest";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import { BLOCKED_WAYS } from "../../../src/catalogue/guides/blocked.ts";
import { BLOCKED_REASONS } from "../../../src/catalogue/guides/blocked-way.ts";
import { toldOutside, wayOutside } from "../../../src/catalogue/guides/told-outside.ts";

/** What only who runs Chorus knows: its commands, the configuration, where we keep secrets. */
const INTERNAL = /\bchorus (?:plan|apply|guide|attest|refresh)\b|configuration|catalogue\.|\{(?:password|clientId|clientSecret|structure)\}|(?<!\[)Chorus(?! Pro)| Git\b/;

it.each(Object.values(GUIDES).filter(({ portal }) => portal !== undefined).map((guide) => [guide.action, guide] as const))("tells %s to somebody outside without a word of our side", (_action, guide) => {
  const { paths, prerequisites, before, keep, after, goesWrong, result } = toldOutside(guide);
  for (const language of ["fr", "en"] as const) {
    const acts = (Array.isArray(paths) ? paths : Object.values(paths).flat()).flat().flatMap((part: object) => ("act" in part ? [(part as { readonly act: Record<"fr" | "en", string> }).act[language]] : []));
    const notes = [prerequisites, before, keep, after].flatMap((of) => of ?? []).map((note) => note[language]);
    const troubles = goesWrong.flatMap(({ sees, remedy }) => [sees[language], remedy[language]]);
    expect([...acts, ...notes, ...troubles, result[language]].filter((text) => INTERNAL.test(text))).toEqual([]);
  }
});

it.each(BLOCKED_REASONS)("tells the way around %s to somebody outside without a word of our side", (reason) => {
  const { path, prerequisites, bring, after, goesWrong, result, who } = wayOutside(BLOCKED_WAYS[reason]);
  for (const language of ["fr", "en"] as const) {
    const acts = path.flatMap((part) => ("act" in part ? [part.act[language]] : []));
    const notes = [...prerequisites, ...bring, ...after].map((note) => note[language]);
    const troubles = goesWrong.flatMap(({ sees, remedy }) => [sees[language], remedy[language]]);
    const said = [...acts, ...notes, ...troubles, result[language], who[language]];
    expect(said.filter((text) => INTERNAL.test(text) || BLOCKED_REASONS.some((word) => text.includes(word)))).toEqual([]);
  }
});
