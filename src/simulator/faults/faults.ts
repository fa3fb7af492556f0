import type { Environment, ScenarioFault } from "../scenario.ts";
import { draw } from "./draw.ts";

/** Requests of one kind are counted together: the n-th of a kind meets the same fate for the same seed. */
export interface RequestKind {
  readonly environment: Environment;
  /** The application that the token or the client id stands for; `?` for any that is not known. */
  readonly who: string;
  /** Method and path of the operation, with its `{name}` segments; `?` for any that is not one. */
  readonly route: string;
  /** Below the environment, as it was sent. */
  readonly path: string;
}

/** A fault that strikes a request. */
export interface Strike {
  readonly rule: ScenarioFault;
  /** A second number in [0, 1), for faults that choose between forms. */
  readonly pick: number;
}

export interface FaultPlan {
  readonly seed: number;
  readonly faults: readonly ScenarioFault[];
}

export interface Faults {
  /** What is in force now. */
  readonly plan: () => FaultPlan;
  /** Puts other faults in force, or with undefined those of the scenario and the start again; counts begin anew. */
  readonly replace: (plan: FaultPlan | undefined) => void;
  /** Counts a request and tells what strikes it, in the order of the plan. */
  readonly strike: (kind: RequestKind) => readonly Strike[];
}

/** `initial` is asked at each request: the faults of a scenario change with it. */
export function faults(initial: () => FaultPlan): Faults {
  const counts = new Map<string, number>();
  let replaced: FaultPlan | undefined;
  const plan = (): FaultPlan => replaced ?? initial();
  return {
    plan,
    replace: (next) => {
      replaced = next;
      counts.clear();
    },
    strike: (kind) => {
      const { seed, faults: rules } = plan();
      const key = `${kind.environment}\n${kind.who}\n${kind.route}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return rules.flatMap((rule) => {
        if (!concerns(rule, kind.environment, kind.path)) return [];
        const identity = [seed, rule.fault, rule.route ?? "", rule.environment ?? "", key, count];
        return draw(...identity) < (rule.rate ?? 1) ? [{ rule, pick: draw(...identity, "form") }] : [];
      });
    },
  };
}

/** Whether a rule is about an environment and a path below it. A route covers the paths that begin with its segments. */
export function concerns(rule: ScenarioFault, environment: Environment, path: string): boolean {
  const route = rule.route?.replace(/\/+$/u, "");
  return (rule.environment === undefined || rule.environment === environment)
    && (route === undefined || path === route || path.startsWith(`${route}/`));
}
