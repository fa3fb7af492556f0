import { isDay, meantDay } from "../../model/day.ts";
import type { Desired, Named, Structure } from "../../model/desired.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { defined } from "../../model/defined.ts";
import { closest } from "../closest.ts";
import { each, pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

export const checkDates: Rule = function* ({ desired, locate }) {
  for (const { environment, name, value } of each(desired, "structures")) {
    const { date } = value;
    if (date === undefined || isDay(date)) continue;
    const where = locate(pathIn(environment, "structures", name, "date"));
    yield diagnostic("CHR-DATE-FORM", "error", defined({ value: date, fix: meantDay(date) }), where);
  }
};

/** Leaving, replacing and renaming. */
export const checkLife: Rule = function* (input) {
  const { desired, locate } = input;
  for (const { environment, name, value } of each(desired, "structures")) {
    if (value.etat !== "sortant" || value.date !== undefined) continue;
    yield diagnostic("CHR-SORTANT-DATE", "error", { name }, locate(pathIn(environment, "structures", name, "etat")));
  }
  yield* replacements(input);
  yield* moves(input);
};

const replacements: Rule = function* ({ desired, locate }) {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const { structures } = wanted;
    const told = new Set<string>();
    for (const [name, { remplace }] of Object.entries(structures)) {
      const replaced = remplace === undefined ? undefined : structures[remplace];
      if (remplace === undefined || replaced === undefined) continue;
      const where = locate(pathIn(environment, "structures", name, "remplace"));
      const chain = cycle(structures, name);
      if (chain !== undefined) {
        if (!chain.some((link) => told.has(link))) yield diagnostic("CHR-REMPLACE-CYCLE", "error", { chain }, where);
        for (const link of chain) told.add(link);
      } else if (replaced.etat !== "sortant") {
        yield diagnostic("CHR-REMPLACE-NOT-SORTANT", "error", { name, replaced: remplace }, where);
      }
    }
  }
};

/** The names from one back to itself, where there are any. */
const cycle = (structures: Named<Structure>, from: string): readonly string[] | undefined => {
  const chain = new Set<string>([from]);
  for (let next = structures[from]?.remplace; next !== undefined; next = structures[next]?.remplace) {
    if (next === from) return [...chain, from];
    if (chain.has(next)) return undefined;
    chain.add(next);
  }
  return undefined;
};

const moves: Rule = function* ({ desired, locate }) {
  const names = desired.moved === undefined ? new Set<string>() : allNames(desired);
  for (const [index, { from, to }] of (desired.moved ?? []).entries()) {
    const path = ["moved", String(index)];
    if (names.has(from)) yield diagnostic("CHR-MOVED-FROM-EXISTS", "error", { from, to }, locate([...path, "from"]));
    if (names.has(to)) continue;
    yield diagnostic("CHR-MOVED-TO-UNKNOWN", "error", { from, to, ...closest(to, names) }, locate([...path, "to"]));
  }
};

const allNames = (desired: Desired): ReadonlySet<string> => {
  const names = new Set([...Object.keys(desired.comptesPiste), ...Object.keys(desired.gestionnaires)]);
  for (const { wanted } of environmentsOf(desired)) {
    for (const entries of [wanted.structures, wanted.applications, wanted.comptesTechniques, wanted.raccordements]) {
      for (const name of Object.keys(entries)) names.add(name);
    }
  }
  return names;
};
