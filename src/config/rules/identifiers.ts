import { identifierFault, type IdentifierFault } from "../../model/identifier.ts";
import type { Structure } from "../../model/desired.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { diagnostic, type Diagnostic, type Location, type Severity } from "../../diagnostics/diagnostic.ts";
import { defined } from "../../model/defined.ts";
import { closest } from "../closest.ts";
import { each, pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

/**
 * Identifiers against their type. The key of a SIRET is only a warning in qualification: the identifiers of a matelas
 * de données fail it.
 */
export const checkIdentifiers: Rule = function* ({ desired, locate }) {
  for (const { environment, name, value } of each(desired, "structures")) {
    const at = (...rest: readonly string[]): Location | undefined => locate(pathIn(environment, "structures", name, ...rest));
    const fault = identifierFault(value.type, value.identifiant);
    if (fault !== undefined) {
      const found = describeFault(fault, value, environment, () => at("identifiant"));
      if (found !== undefined) yield found;
    }
    for (const [index, accepted] of (value.accepte ?? []).entries()) {
      if (ACKNOWLEDGEABLE.includes(accepted)) continue;
      const args = { accepted, ...closest(accepted, ACKNOWLEDGEABLE) };
      yield diagnostic("CHR-ACCEPTE-CODE", "warning", args, at("accepte", String(index)));
    }
  }
  for (const { environment, name, value } of each(desired, "applications")) {
    const { siret } = value;
    if (siret === undefined || !/^[\d\s.]+$/.test(siret)) continue;
    const fault = identifierFault("SIRET", siret);
    if (fault === undefined || desired.environments[environment]?.structures[siret] !== undefined) continue;
    const where = (): Location | undefined => locate(pathIn(environment, "applications", name, "siret"));
    const found = describeFault(fault, { identifiant: siret, type: "SIRET" }, environment, where);
    if (found !== undefined) yield found;
  }
};

/** Two names for one identifier: nearly always a line that was copied. */
export const checkSameIdentifiers: Rule = function* ({ desired, locate }) {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const first = new Map<string, string>();
    for (const [name, { type, identifiant }] of Object.entries(wanted.structures)) {
      const key = `${type} ${identifiant}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      else {
        const where = locate(pathIn(environment, "structures", name, "identifiant"));
        yield diagnostic("CHR-IDENTIFIER-TWICE", "error", { identifiant, name, other, environment }, where);
      }
    }
  }
};

/** What is wrong with an identifier, to be told where it stands; undefined where somebody accepts it. */
export const describeFault = (
  fault: IdentifierFault,
  { identifiant, type, accepte }: Pick<Structure, "identifiant" | "type" | "accepte">,
  environment: EnvironmentName,
  where: () => Location | undefined,
): Diagnostic | undefined => {
  const isAccepted = (code: string): boolean => accepte?.includes(code) === true;
  if (fault.fault === "siret-siren") return diagnostic("CHR-SIRET-SIREN", "error", { identifiant }, where());
  if (fault.fault === "siret-form") {
    const { fix } = fault;
    const problem = fix === undefined ? "other" : fix.startsWith("0") && !isSpaced(identifiant) ? "zero" : "spaces";
    return diagnostic("CHR-SIRET-FORM", "error", defined({ identifiant, problem, fix }), where());
  }
  if (fault.fault === "siret-key") {
    const severity: Severity = environment === "production" ? "error" : "warning";
    if (isAccepted("CHR-SIRET-KEY")) return undefined;
    return diagnostic("CHR-SIRET-KEY", severity, { identifiant, environment }, where());
  }
  if (isAccepted("CHR-IDENTIFIER-FORM")) return undefined;
  return diagnostic("CHR-IDENTIFIER-FORM", "error", { identifiant, type, example: fault.expected }, where());
};

const isSpaced = (identifiant: string): boolean => identifiant.replaceAll(/\D/g, "").length === 14;

const ACKNOWLEDGEABLE: readonly string[] = ["CHR-SIRET-KEY", "CHR-IDENTIFIER-FORM"];
