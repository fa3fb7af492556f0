import { code, table } from "./markdown.ts";
import { PORTAL_ROWS } from "./portals/portal-rows.ts";
import type { PortalRow, Section } from "./portals/portal-row.ts";

/** `docs/portals-coverage.md`: where each screen, label and rule of the guide is in the simulator. */
export const renderPortals = (): string =>
  [
    "# The simulated portals, field by field",
    "",
    "Every screen, label and rule of AIFE's guide *Réussir son raccordement Chorus Pro en mode API OAuth2* (2020), and where",
    "the pages of [the simulator](simulator.md) have it; then what the portals show since, and what is the simulator's own.",
    "Written from `test/docs/generated/portals/` by a test (`UPDATE_DOCS=1`); another opens each page in a running",
    "simulator, finds each label on it and does what each rule says: a row without a proof fails.",
    "",
    "How sure: *official* is what the guide of 2020 says or shows, *secondary* what later pages of AIFE, of éditeurs and of",
    "integrators tell, *inferred* what nobody has shown. Words are compared without regard to capitals. `{sandbox}`,",
    "`{application}`, `{structure}`, `{fournisseur}` and `{key}` stand for what somebody has made there.",
    "",
    ...[...SECTIONS].flatMap(([section, title]) => [`## ${title}`, "", ...table(HEAD, PORTAL_ROWS.filter((row) => row.section === section).map(cellsOf)), ""]),
  ].join("\n");

const HEAD = ["what", "words", "where", "how sure", "note"];

const SECTIONS: ReadonlyMap<Section, string> = new Map([
  ["1", "1. Créez votre compte PISTE"],
  ["2A", "2A. Paramétrez votre application SANDBOX"],
  ["2B", "2B. Créez votre raccordement en Qualification"],
  ["3A", "3A. Créez votre application de Production"],
  ["3B", "3B. Créez votre raccordement en Production"],
  ["4", "4. Liens utiles"],
  ["since", "Since the guide"],
  ["ours", "The simulator's own"],
]);

const cellsOf = (row: PortalRow): readonly string[] => [
  "kind" in row ? `${row.what}: ${row.kind}` : row.what,
  row.words.replaceAll("<", "&lt;").replaceAll("_", "\\_").replaceAll("*", "\\*"),
  "at" in row ? code(row.at) : "not simulated",
  row.certainty,
  [...("notSimulated" in row ? [row.notSimulated] : []), ...("by" in row && row.by !== "signed in" ? [`seen by ${row.by === "nobody" ? "whoever is not signed in" : "whoever lacks the espace"}`] : []), ...(row.note === undefined ? [] : [row.note])].join("; "),
];
