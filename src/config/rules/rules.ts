import type { Desired } from "../../model/desired.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { WrittenConfiguration } from "../expand/draft.ts";
import type { Locate } from "../locate.ts";
import { checkApplicationNames, checkApplications } from "./applications.ts";
import { checkDates, checkLife } from "./life.ts";
import { checkHosts } from "./hosts.ts";
import { checkIdentifiers, checkSameIdentifiers } from "./identifiers.ts";
import { checkPeople } from "./people.ts";
import { checkReferences } from "./references.ts";
import { checkRhythm } from "./rhythm.ts";
import { checkSecrets } from "./secrets.ts";
import { checkTopology } from "./topology.ts";

export interface RuleInput {
  readonly desired: Desired;
  readonly written: WrittenConfiguration;
  readonly locate: Locate;
  /** False where parts were taken away because they are wrong: then what is absent proves nothing. */
  readonly isSound: boolean;
}

/** A rule looks at the full form and gives what it found; it stops at nothing. */
export type Rule = (input: RuleInput) => Iterable<Diagnostic>;

/** What the schema cannot say. One cause that shows in many places of the full form is told once. */
export const checkRules = (input: RuleInput): readonly Diagnostic[] => {
  const found = new Map<string, Diagnostic>();
  for (const rule of rulesFor(input)) {
    for (const next of rule(input)) {
      const { code, where, arguments: args } = next;
      found.set(JSON.stringify([code, where?.file, where?.line, where?.column, args]), next);
    }
  }
  return [...found.values()];
};

const rulesFor = ({ isSound }: Pick<RuleInput, "isSound">): readonly Rule[] => (isSound ? [...OF_VALUES, ...OF_THE_WHOLE] : OF_VALUES);

const OF_VALUES: readonly Rule[] = [checkIdentifiers, checkPeople, checkDates, checkRhythm, checkHosts, checkApplicationNames];

const OF_THE_WHOLE: readonly Rule[] = [
  checkTopology,
  checkReferences,
  checkSameIdentifiers,
  checkApplications,
  checkSecrets,
  checkLife,
];
