import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** Why a survivor is no test that lacks. `elsewhere` names the test that notices it, which its part does not run. */
const REASONS = ["types", "same", "elsewhere"];

/**
 * Holds what survived in a part against `judged/<part>.yaml`: `strange` are survivors that no one has judged, `gone` are judgements
 * of what is noticed by now.
 */
export const judge = async (part) => {
  const report = JSON.parse(await read(`reports/${part}.json`));
  const judged = parse(await read(`judged/${part}.yaml`).catch(() => "{}"));
  const results = Object.entries(report.files).map(([file, { source, mutants }]) => {
    const left = listOf(judged[file] ?? {});
    const strange = survivorsOf(source, mutants).filter(({ change }) => {
      const at = left.indexOf(change);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return { file, strange, gone: left };
  });
  return results.filter(({ strange, gone }) => strange.length + gone.length > 0);
};

/** Each with its line, and in the words that a judgement has: what was changed, and into what. */
const survivorsOf = (source, mutants) =>
  mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .toSorted((a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column)
    .map(({ location, replacement }) => ({ line: location.start.line, change: `${oneLine(textAt(source, location))} → ${oneLine(replacement)}` }));

const textAt = (source, { start, end }) => {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join("\n");
};

const oneLine = (text) => text.replaceAll(/\s+/g, " ");

const listOf = (byReason) =>
  Object.entries(byReason).flatMap(([reason, changes]) => {
    if (!REASONS.includes(reason)) throw new Error(`a survivor is judged by ${REASONS.join(", ")}; not by ${reason}`);
    return Array.isArray(changes) ? changes : Object.values(changes).flat();
  });

const read = (name) => readFile(new URL(name, import.meta.url), "utf8");
