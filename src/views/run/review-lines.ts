import type { ReviewWords } from "../../messages/run-report-messages.ts";
import { groupBy } from "../../model/group-by.ts";
import type { ReviewDocument, SubjectChange, SubjectChangeKind } from "../../plan/review/review-document.ts";
import type { Scene } from "../text/scene.ts";

export interface ReviewLine {
  readonly sign: string;
  readonly name: string;
  readonly rest: string;
}

/** What became of each structure, application and account by name, or, where they are many, how many there are of each. */
export const subjectLines = ({ subjects }: ReviewDocument, words: ReviewWords, scene: Scene): readonly ReviewLine[] => {
  const first = subjects.filter(({ kind }) => kind === "structure");
  const ordered = [...first, ...subjects.filter(({ kind }) => kind !== "structure")];
  const named = [...groupBy(ordered, ({ kind, name, change }) => `${change} ${kind} ${name}`).values()];
  return named.length > MOST_NAMED ? countLines(named, words) : named.map((group) => namedLine(group, words, scene));
};

/** Why it must not go on. */
export const stopLines = ({ stops }: ReviewDocument, { stops: words }: ReviewWords, { words: { words: { environments } } }: Scene): readonly string[] =>
  stops.map((stop) => (stop.stop === "ends" ? words.ends(environments[stop.environment], stop.ended, stop.of) : words.changes(stop.changes, stop.limit)));

/** What stays as it is, in one line. */
export const restLines = ({ unobserved, unchanged, regressions }: ReviewDocument, words: ReviewWords): readonly string[] => [
  ...(unobserved === 0 ? [] : [words.unobserved(unobserved)]),
  `${words.unchanged(unchanged)} ${words.regressions(regressions)}`,
];

/** `nantes (production 73282932000090, qualification 33254021516373)` */
const namedLine = (group: readonly SubjectChange[], words: ReviewWords, { words: { words: of } }: Scene): ReviewLine => {
  const [first] = group;
  if (first === undefined) return { sign: "", name: "", rest: "" };
  const { kind, name, change, before } = first;
  const where = group.map(({ environment, identifiant }) => [of.environments[environment], ...(identifiant === undefined ? [] : [identifiant])].join(" "));
  const became = words.changes[change](before);
  const what = kind === "structure" ? "" : `, ${of.kinds[kind]}`;
  return { sign: SIGNS[change], name, rest: `${what} (${where.join(", ")})${became === "" ? "" : `${of.colon}${became}`}` };
};

/** Each once, in however many environments. */
const countLines = (named: readonly (readonly SubjectChange[])[], words: ReviewWords): readonly ReviewLine[] => {
  const structures = named.filter(([first]) => first?.kind === "structure");
  const others = named.length - structures.length;
  const ofClients = structures.some(([first]) => first?.client !== undefined);
  const byChange = groupBy(structures, ([first]) => first?.change ?? "changed");
  const lines = CHANGES.flatMap((change): readonly ReviewLine[] => {
    const count = byChange.get(change)?.length ?? 0;
    return count === 0 ? [] : [{ sign: SIGNS[change], name: words.counts[change](count, ofClients), rest: "" }];
  });
  return [...lines, ...(others === 0 ? [] : [{ sign: SIGNS.changed, name: words.others(others), rest: "" }])];
};

const SIGNS: Readonly<Record<SubjectChangeKind, string>> = { added: "+", identifier: "~", leaving: "-", removed: "-", changed: "~" };

const CHANGES: readonly SubjectChangeKind[] = ["added", "identifier", "leaving", "removed", "changed"];

const MOST_NAMED = 8;
