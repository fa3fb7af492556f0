import { closest } from "../config/closest.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import { ENVIRONMENTS, isEnvironmentName } from "../model/environment.ts";
import type { Resource } from "../model/resource.ts";
import { selects, type Selection } from "../plan/selection.ts";
import { parseWhere } from "../plan/where/parse-where.ts";

export interface SelectionOptions {
  readonly env?: string;
  readonly target?: readonly string[];
  /** A client's code that the configuration has. */
  readonly client?: string;
  readonly where?: string;
}

/**
 * What `--env` and `--target` choose. A target that nothing answers to ends the run: an empty plan would look fine.
 *
 * @param resourcesOf what a selection chooses, or all there is: hundreds of thousands of resources, so they are only asked
 *   for where a target is given, and all of them only to say what is near one that nothing answers to
 */
export const selectionOf = ({ env, target, client, where }: SelectionOptions, resourcesOf: (selection?: Selection) => readonly Resource[]): Selection | undefined => {
  if (env !== undefined && !isEnvironmentName(env)) throw unknownAddress(env, ENVIRONMENTS);
  if (where !== undefined) requireFilter(where);
  const targets = target?.flatMap(expandBraces);
  const resources = targets === undefined ? [] : resourcesOf({ targets });
  for (const one of targets ?? []) {
    if (resources.some((resource) => selects({ targets: [one] }, resource))) continue;
    throw unknownAddress(one, resourcesOf().map(({ address }) => address));
  }
  if (env === undefined && targets === undefined && client === undefined && where === undefined) return undefined;
  return defined({ environment: env, client, targets, where });
};

/** One that cannot be read ends the run: what it leaves out would look as if it were not there. */
const requireFilter = (filter: string): void => {
  const where = parseWhere(filter);
  if (!("problem" in where)) return;
  const { column, found, expected, allowed = [] } = where.problem;
  const near = found === "" ? {} : closest(found, allowed);
  throw new ChorusError([diagnostic("CHR-WHERE", "error", { filter, column, found, expected, ...near, ...(allowed.length === 0 ? {} : { allowed }) })]);
};

/** The addresses that are named, braces expanded. One that nothing answers to ends the run. */
export const addressesOf = (named: readonly string[], known: readonly Address[]): readonly Address[] => {
  const byText = new Map(known.map((address) => [address as string, address]));
  return named.flatMap(expandBraces).map((text) => {
    const found = byText.get(text);
    if (found === undefined) throw unknownAddress(text, known);
    return found;
  });
};

export const unknownAddress = (address: string, known: readonly string[]): ChorusError => {
  return new ChorusError([diagnostic("CHR-ADDRESS-UNKNOWN", "error", { address, ...closest(address, known) })]);
};

/** `a/{b,c}/d` as `a/b/d` and `a/c/d`: plans print it, and not every shell expands it. */
export const expandBraces = (text: string): readonly string[] => {
  const open = /\{([^{}]*,[^{}]*)\}/.exec(text);
  if (open === null) return [text];
  const [whole, inside = ""] = open;
  return inside.split(",").flatMap((part) => expandBraces(text.replace(whole, () => part)));
};
