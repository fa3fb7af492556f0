import { APIS } from "../../catalogue/apis.ts";
import { ESPACES } from "../../catalogue/espaces.ts";
import type { Desired } from "../../model/desired.ts";
import { environmentsOf, type WantedEnvironment } from "../../model/environments-of.ts";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { closest } from "../closest.ts";
import type { Locate } from "../locate.ts";
import type { Path } from "../path.ts";
import { each, pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

/** Names that name nothing. */
export const checkReferences: Rule = function* (input) {
  const { desired, locate } = input;
  yield* catalogueNames(input);
  const shared = sharedNames(desired);
  for (const each of environmentsOf(desired)) yield* inEnvironment(each, shared, locate);
};

const catalogueNames: Rule = function* ({ desired, locate }) {
  const apis = { ...APIS, ...desired.catalogue?.apis };
  const seen = new Set<readonly string[]>();
  const isKnown = (list: readonly string[], known: object): boolean => {
    if (seen.has(list)) return true;
    seen.add(list);
    return list.every((name) => Object.hasOwn(known, name));
  };
  const unknown = function* (code: "CHR-UNKNOWN-API" | "CHR-UNKNOWN-ESPACE", list: readonly string[], known: object, path: Path) {
    for (const name of list) {
      if (Object.hasOwn(known, name)) continue;
      yield diagnostic(code, "error", { name, ...closest(name, Object.keys(known)) }, locate([...path, name]));
    }
  };
  for (const { environment, name, value } of each(desired, "applications")) {
    if (isKnown(value.apis, apis)) continue;
    yield* unknown("CHR-UNKNOWN-API", value.apis, apis, pathIn(environment, "applications", name, "apis"));
  }
  for (const { environment, name, value } of each(desired, "structures")) {
    if (isKnown(value.espaces, ESPACES)) continue;
    yield* unknown("CHR-UNKNOWN-ESPACE", value.espaces, ESPACES, pathIn(environment, "structures", name, "espaces"));
  }
};

interface SharedNames {
  readonly contacts: object;
  readonly gestionnaires: object;
  readonly comptesPiste: object;
}

const sharedNames = ({ contacts, gestionnaires, comptesPiste }: Desired): SharedNames => ({
  contacts,
  gestionnaires,
  comptesPiste,
});

function* inEnvironment({ environment, wanted }: WantedEnvironment, shared: SharedNames, locate: Locate): Generator<Diagnostic> {
  const { applications, structures, comptesTechniques, raccordements } = wanted;
  let told = 0;
  const check = (code: ReferenceCode, name: string | undefined, known: object, path: Path): readonly Diagnostic[] => {
    if (name === undefined || Object.hasOwn(known, name)) return [];
    told += 1;
    const args = { name, environment, ...(told > MAX_SUGGESTIONS ? {} : closest(name, Object.keys(known))) };
    return [diagnostic(code, "error", args, locate(path))];
  };
  for (const [name, { comptePiste, responsable, siret }] of Object.entries(applications)) {
    const path = pathIn(environment, "applications", name);
    // Where there is no account at all, that is told once.
    const hasAccounts = Object.keys(shared.comptesPiste).length > 0;
    if (hasAccounts) yield* check("CHR-UNKNOWN-COMPTE-PISTE", comptePiste, shared.comptesPiste, [...path, "comptePiste"]);
    yield* check("CHR-UNKNOWN-CONTACT", responsable, shared.contacts, [...path, "responsable"]);
    if (siret !== undefined && !/^[\d\s.]+$/.test(siret)) yield* check("CHR-UNKNOWN-STRUCTURE", siret, structures, [...path, "siret"]);
  }
  for (const [name, { gestionnaire, remplace }] of Object.entries(structures)) {
    const path = pathIn(environment, "structures", name);
    yield* check("CHR-UNKNOWN-GESTIONNAIRE", gestionnaire, shared.gestionnaires, [...path, "gestionnaire"]);
    yield* check("CHR-UNKNOWN-STRUCTURE", remplace, structures, [...path, "remplace"]);
  }
  for (const [name, { structure, couvre, gestionnaire, application }] of Object.entries(comptesTechniques)) {
    const path = pathIn(environment, "comptesTechniques", name);
    yield* check("CHR-UNKNOWN-STRUCTURE", structure, structures, [...path, "structure"]);
    for (const [index, covered] of couvre.entries()) {
      if (covered !== structure) yield* check("CHR-UNKNOWN-STRUCTURE", covered, structures, [...path, "couvre", String(index)]);
    }
    const isOfHome = gestionnaire === structures[structure]?.gestionnaire;
    if (!isOfHome) yield* check("CHR-UNKNOWN-GESTIONNAIRE", gestionnaire, shared.gestionnaires, [...path, "gestionnaire"]);
    yield* check("CHR-UNKNOWN-APPLICATION", application, applications, [...path, "application"]);
  }
  for (const [name, { structure, application, contact }] of Object.entries(raccordements)) {
    const path = pathIn(environment, "raccordements", name);
    yield* check("CHR-UNKNOWN-STRUCTURE", structure, structures, [...path, "structure"]);
    yield* check("CHR-UNKNOWN-APPLICATION", application, applications, [...path, "application"]);
    yield* check("CHR-UNKNOWN-CONTACT", contact, shared.contacts, [...path, "contact"]);
  }
}

type ReferenceCode =
  | "CHR-UNKNOWN-COMPTE-PISTE"
  | "CHR-UNKNOWN-CONTACT"
  | "CHR-UNKNOWN-STRUCTURE"
  | "CHR-UNKNOWN-GESTIONNAIRE"
  | "CHR-UNKNOWN-APPLICATION";

/** Comparing each of thousands of names with each other would take longer than reading them. */
const MAX_SUGGESTIONS = 50;
