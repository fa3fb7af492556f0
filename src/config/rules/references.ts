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
  // Paths are made where something is wrong: there are thousands of names, and nearly all of them are right.
  const tell = (code: ReferenceCode, name = "", known: object, path: Path): Diagnostic => {
    told += 1;
    const args = { name, environment, ...(told > MAX_SUGGESTIONS ? {} : closest(name, Object.keys(known))) };
    return diagnostic(code, "error", args, locate(path));
  };
  // Where there is no account at all, that is told once.
  const hasAccounts = Object.keys(shared.comptesPiste).length > 0;
  for (const [name, { comptePiste, responsable, siret }] of Object.entries(applications)) {
    const path = pathIn(environment, "applications", name);
    if (hasAccounts && isUnknown(comptePiste, shared.comptesPiste)) yield tell("CHR-UNKNOWN-COMPTE-PISTE", comptePiste, shared.comptesPiste, [...path, "comptePiste"]);
    if (isUnknown(responsable, shared.contacts)) yield tell("CHR-UNKNOWN-CONTACT", responsable, shared.contacts, [...path, "responsable"]);
    const isName = siret !== undefined && !/^[\d\s.]+$/.test(siret);
    if (isName && isUnknown(siret, structures)) yield tell("CHR-UNKNOWN-STRUCTURE", siret, structures, [...path, "siret"]);
  }
  for (const [name, { gestionnaire, remplace }] of Object.entries(structures)) {
    const at = (key: string): Path => pathIn(environment, "structures", name, key);
    if (isUnknown(gestionnaire, shared.gestionnaires)) yield tell("CHR-UNKNOWN-GESTIONNAIRE", gestionnaire, shared.gestionnaires, at("gestionnaire"));
    if (isUnknown(remplace, structures)) yield tell("CHR-UNKNOWN-STRUCTURE", remplace, structures, at("remplace"));
  }
  for (const [name, { structure, couvre, gestionnaire, application }] of Object.entries(comptesTechniques)) {
    const at = (...rest: Path): Path => pathIn(environment, "comptesTechniques", name, ...rest);
    if (isUnknown(structure, structures)) yield tell("CHR-UNKNOWN-STRUCTURE", structure, structures, at("structure"));
    for (const [index, covered] of couvre.entries()) {
      if (covered !== structure && isUnknown(covered, structures)) yield tell("CHR-UNKNOWN-STRUCTURE", covered, structures, at("couvre", String(index)));
    }
    const isOfHome = gestionnaire === structures[structure]?.gestionnaire;
    if (!isOfHome && isUnknown(gestionnaire, shared.gestionnaires)) yield tell("CHR-UNKNOWN-GESTIONNAIRE", gestionnaire, shared.gestionnaires, at("gestionnaire"));
    if (isUnknown(application, applications)) yield tell("CHR-UNKNOWN-APPLICATION", application, applications, at("application"));
  }
  for (const [name, { structure, application, contact }] of Object.entries(raccordements)) {
    const at = (key: string): Path => pathIn(environment, "raccordements", name, key);
    if (isUnknown(structure, structures)) yield tell("CHR-UNKNOWN-STRUCTURE", structure, structures, at("structure"));
    if (isUnknown(application, applications)) yield tell("CHR-UNKNOWN-APPLICATION", application, applications, at("application"));
    if (isUnknown(contact, shared.contacts)) yield tell("CHR-UNKNOWN-CONTACT", contact, shared.contacts, at("contact"));
  }
}

const isUnknown = (name: string | undefined, known: object): boolean => name !== undefined && !Object.hasOwn(known, name);

type ReferenceCode =
  | "CHR-UNKNOWN-COMPTE-PISTE"
  | "CHR-UNKNOWN-CONTACT"
  | "CHR-UNKNOWN-STRUCTURE"
  | "CHR-UNKNOWN-GESTIONNAIRE"
  | "CHR-UNKNOWN-APPLICATION";

/** Comparing each of thousands of names with each other would take longer than reading them. */
const MAX_SUGGESTIONS = 50;
