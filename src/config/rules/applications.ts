import { VERIFICATION_APIS } from "../../catalogue/apis.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { each, pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

/** PISTE makes sandbox applications itself, and a production raccordement cannot name one. */
export const checkApplicationNames: Rule = function* ({ desired, locate }) {
  for (const { environment, name, value } of each(desired, "applications")) {
    const { nom } = value;
    if (environment !== "production" || !/sandbox/i.test(nom)) continue;
    const where = locate(pathIn(environment, "applications", name, "nom"));
    if (SANDBOX.test(nom)) yield diagnostic("CHR-SANDBOX-IN-PRODUCTION", "error", { nom }, where);
    else yield diagnostic("CHR-SANDBOX-LIKE-NAME", "warning", { nom }, where);
  }
};

export const checkApplications: Rule = function* (input) {
  yield* sameNames(input);
  yield* verificationApis(input);
  yield* qualificationFirst(input);
  yield* solutions(input);
};

/** Names on PISTE are unique, whatever their case. */
const sameNames: Rule = function* ({ desired, locate }) {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const first = new Map<string, string>();
    for (const [name, { nom }] of Object.entries(wanted.applications)) {
      const other = first.get(nom.toLowerCase());
      if (other === undefined) first.set(nom.toLowerCase(), name);
      else {
        const where = locate(pathIn(environment, "applications", name, "nom"));
        yield diagnostic("CHR-APPLICATION-TWICE", "error", { nom, name, other, environment }, where);
      }
    }
  }
};

/** Applications that share a list are judged once. */
const verificationApis: Rule = function* ({ desired, locate }) {
  const seen = new Set<readonly string[]>();
  for (const { environment, name, value } of each(desired, "applications")) {
    if (seen.has(value.apis)) continue;
    seen.add(value.apis);
    const missing = VERIFICATION_APIS.filter((api) => !value.apis.includes(api));
    if (missing.length === 0) continue;
    const where = locate(pathIn(environment, "applications", name, "apis"), "key");
    yield diagnostic("CHR-VERIFICATION-API", "warning", { apis: missing }, where);
  }
};

/** Clients do not exist in qualification: one application there stands for all of theirs. */
const qualificationFirst: Rule = function* ({ desired, locate }) {
  const { qualification } = desired.environments;
  const tried = qualification?.applications ?? {};
  const isEmpty = Object.keys(tried).length === 0;
  // Structures without an application are told as that.
  if (isEmpty && Object.keys(qualification?.structures ?? {}).length > 0) return;
  for (const [name, { nom, client }] of Object.entries(desired.environments.production?.applications ?? {})) {
    const isTried = client === undefined ? Object.hasOwn(tried, name) : !isEmpty;
    if (isTried) continue;
    const where = locate(pathIn("production", "applications", name, "nom"));
    yield diagnostic("CHR-QUALIFICATION-FIRST", "warning", { nom }, where);
    if (client !== undefined) return;
  }
};

const solutions: Rule = function* ({ desired, locate }) {
  for (const { environment, name, value } of each(desired, "raccordements")) {
    if (value.usage !== "editeur" || value.solution !== undefined) continue;
    yield diagnostic("CHR-SOLUTION-MISSING", "error", {}, locate(pathIn(environment, "raccordements", name, "usage")));
  }
};

const SANDBOX = /^APP_SANDBOX_/i;
