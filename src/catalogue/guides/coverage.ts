import { pathsIn, type Guide, type PathPart } from "./guide.ts";
import { GUIDES } from "./guides.ts";
import { SEED_SECTIONS, type SeedSection } from "./seed-sections.ts";

/** A thing that the guide of 2020 asks, and the steps of a plan that ask for it. */
export interface Coverage {
  readonly section: SeedSection;
  readonly guides: readonly Guide[];
}

export const coverage = (): readonly Coverage[] =>
  (Object.keys(SEED_SECTIONS) as readonly SeedSection[]).map((section) => ({
    section,
    guides: Object.values(GUIDES).filter(({ seedGuide }) => seedGuide?.includes(section) ?? false),
  }));

/** What a reader must find of a thing that is asked: who does it, where, what is typed, how it shows. */
export interface Told {
  readonly who: string;
  readonly where: string;
  readonly type: string;
  readonly know: string;
}

/** Labels in the screens' French, with the names of the values in braces. */
export const toldOf = (guide: Guide): Told => ({
  who: WHO[guide.actor],
  where: where(guide),
  type: typed(guide),
  know: guide.result.fr,
});

const WHO: Readonly<Record<Guide["actor"], string>> = {
  piste: "titulaire du compte PISTE",
  gestionnaire: "gestionnaire principal",
  operateur: "opérateur",
  chorus: "Chorus",
};

/** The fields of the form; where there is none, what is looked for and ticked. */
const typed = ({ fields, ownFields = [], paths }: Guide): string => {
  const named = [...fields.map(({ label, argument }) => `${label} : {${argument}}`), ...ownFields.map(({ label, value }) => `${label} : ${value.fr}`)];
  const acts = pathsIn(paths, "production").flat().map(partText).join(" ");
  return (named.length > 0 ? named : [...new Set(acts.match(/\{\w+\}/g))]).join(" ; ");
};

/** `docs/guide-coverage.md`. */
export const renderCoverage = (): string => {
  const covered = coverage();
  const known = new Set(covered.flatMap(({ guides }) => guides));
  const others = Object.values(GUIDES).filter((guide) => !known.has(guide));
  return [
    "# The guide of 2020, step by step",
    "",
    "What AIFE's guide *Réussir son raccordement Chorus Pro en mode API OAuth2* (2020) asks, and which steps of a plan ask",
    "for it. Written from `src/catalogue/guides/` by a test: change the data, then run the tests with `UPDATE_DOCS=1`.",
    "",
    "[guides.md](guides.md) tells each step whole.",
    "",
    "| section | asks | environment | step | of the kind | who | where today | what to type | how to know |",
    "|---|---|---|---|---|---|---|---|---|",
    ...covered.flatMap(({ section, guides }) => guides.map((guide) => sectionRow(section, guide))),
    "",
    "## Steps that the guide does not tell of",
    "",
    "| step | of the kind | where today | source |",
    "|---|---|---|---|",
    ...others.map((guide) => `| \`${guide.action}\` | \`${guide.kind}\` | ${where(guide)} | ${guide.source} |`),
    "",
    "## Where the portals moved since",
    "",
    ...Object.values(GUIDES).flatMap(({ action, formerly }) => (formerly === undefined ? [] : [`- \`${action}\`: ${formerly.fr}`])),
    "",
  ].join("\n");
};

const sectionRow = (section: SeedSection, guide: Guide): string => {
  const known: { readonly title: { readonly fr: string }; readonly in?: string } = SEED_SECTIONS[section];
  const [number] = section.split("-", 1);
  const { who, where, type, know } = toldOf(guide);
  return `| ${number ?? section} | ${known.title.fr} | ${known.in ?? "both"} | \`${guide.action}\` | \`${guide.kind}\` | ${who} | ${where} | ${type} | ${know} |`;
};

const where = ({ paths, submit }: Guide): string =>
  pathsIn(paths, "production")
    .map((path) => [...path, ...(submit === undefined ? [] : [submit])].map(partText).join(" > "))
    .join(", ");

const partText = (part: PathPart): string => ("act" in part ? part.act.fr : part.label);
