import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { deadlinesOf } from "../plan/deadlines.ts";
import type { Plan } from "../plan/plan.ts";

/** What fails a job that runs on its own. */
export type FailOn = "regression" | "past-due";

/** `regression,past-due`, or the option repeated. */
export const parseFailOn = (given: readonly string[] = []): ReadonlySet<FailOn> =>
  new Set(
    given.flatMap((text) => text.split(",")).map((word) => {
      const known = FAIL_ON.find((one) => one === word.trim());
      if (known !== undefined) return known;
      throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: word, of: "--fail-on", allowed: FAIL_ON.join(", ") })]);
    }),
  );

/** Ends the run with what is wrong, by name; what was seen is recorded before. */
export const failOn = (plan: Plan, wanted: ReadonlySet<FailOn>): void => {
  const found: readonly Diagnostic[] = [
    ...(wanted.has("regression") ? named("CHR-REGRESSION", regressionsOf(plan)) : []),
    ...(wanted.has("past-due") ? named("CHR-PAST-DUE", pastDueOf(plan)) : []),
  ];
  if (found.length > 0) throw new ChorusError(found, plan.document.language === undefined ? {} : { language: plan.document.language });
};

const named = (code: "CHR-REGRESSION" | "CHR-PAST-DUE", names: readonly string[]): readonly Diagnostic[] =>
  names.length === 0 ? [] : [diagnostic(code, "error", { count: names.length, names: names.slice(0, MOST) })];

const regressionsOf = ({ document }: Plan): readonly string[] =>
  document.resources.flatMap(({ address, drifted, status }) => (drifted === true && status !== "accepted" ? [address] : []));

/** A guide that nobody has reviewed for a year is ours to see to, not theirs who run a job. */
const pastDueOf = (plan: Plan): readonly string[] =>
  deadlinesOf(plan).flatMap(({ kind, state, address, subject }) => (state === "past-due" && kind !== "guide" ? [address ?? subject] : []));

const FAIL_ON: readonly FailOn[] = ["regression", "past-due"];
const MOST = 10;
