import type { RuleName } from "../../docs/generated/portals/rule-name.ts";
import type { Practice } from "./practice.ts";
import { LATER_RULES } from "./rules-later.ts";
import { PISTE_RULES } from "./rules-piste.ts";
import { RACCORDEMENT_RULES } from "./rules-raccordement.ts";

/** Does in a fresh world what a rule is about. */
export type Check = (world: Practice) => Promise<void>;

export type Checks = Partial<Readonly<Record<RuleName, Check>>>;

/** Each rule of the table: the compiler names the one that nothing exercises. */
export const RULES: Readonly<Record<RuleName, Check>> = { ...PISTE_RULES, ...RACCORDEMENT_RULES, ...LATER_RULES };
