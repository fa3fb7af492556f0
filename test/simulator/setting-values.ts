import type { ScenarioSettings } from "../../src/simulator/scenario.ts";

/** Every value of every setting, the default first. */
export const SETTING_VALUES: { readonly [K in keyof ScenarioSettings]-?: readonly Required<ScenarioSettings>[K][] } = {
  missingRaccordement: ["none", "structures", "all-but-factures", "all"],
  emptyForbiddenBody: ["empty", "object"],
  ediPatch: ["allow", "forbid"],
  in: ["array", "comma", "none"],
  rechercherEspaces: ["on", "off"],
  quotaBody: ["empty", "object", "message", "text"],
  retryAfter: ["none", "seconds", "date"],
  businessRefusal: ["200", "400"],
  roleUtilisateur: ["GESTIONNAIRE", "GESTIONNAIRE_PRINCIPAL", "UTILISATEUR"],
  statutRattachement: ["ACTIF", "ACTIVE", "VALIDE", "VALIDEE"],
  rattachementsField: ["listeStructureRattachement", "listeRattachements"],
  typeOrganisation: ["private-public", "PRIVEE-PUBLIQUE"],
};

/** The defaults, then every other value of every setting alone, by the name `setting: value`. */
export const SETTINGS_ONE_BY_ONE: readonly (readonly [name: string, settings: ScenarioSettings])[] = [
  ["the defaults", {}],
  ...Object.entries(SETTING_VALUES).flatMap(([name, [, ...others]]) =>
    others.map((value): readonly [string, ScenarioSettings] => [`${name}: ${value}`, { [name]: value }])),
];
