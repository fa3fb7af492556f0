import type { BlockedWay } from "./blocked-way.ts";
import type { Guide, Note, Outside, PathPart, Path, Paths, Trouble } from "./guide.ts";

/** A guide as it is told to somebody outside: what speaks of our side is said otherwise, or not at all. */
export const toldOutside = (guide: Guide): Guide => ({
  ...guide,
  paths: pathsOutside(guide.paths),
  prerequisites: notesOutside(guide.prerequisites),
  before: notesOutside(guide.before),
  keep: notesOutside(guide.keep),
  after: notesOutside(guide.after),
  result: guide.result.outside ?? guide.result,
  goesWrong: guide.goesWrong.flatMap(troubleOutside),
});

/** A way around, told the same way. */
export const wayOutside = (way: BlockedWay): BlockedWay => ({
  ...way,
  path: pathOutside(way.path),
  prerequisites: notesOutside(way.prerequisites),
  bring: notesOutside(way.bring),
  after: notesOutside(way.after),
  goesWrong: way.goesWrong.flatMap(troubleOutside),
});

const pathsOutside = (paths: Paths): Paths =>
  "qualification" in paths
    ? { qualification: paths.qualification.map(pathOutside), production: paths.production.map(pathOutside) }
    : paths.map(pathOutside);

const pathOutside = (path: Path): Path =>
  path.map((part): PathPart => ("act" in part && part.outside !== undefined ? { ...part, act: part.outside } : part));

const notesOutside = (notes: readonly Note[] = []): readonly Note[] => notes.flatMap((note) => said(note.outside, (words) => ({ ...note, ...words }), note));

const troubleOutside = (trouble: Trouble): readonly Trouble[] => said(trouble.outside, (remedy) => ({ ...trouble, remedy }), trouble);

const said = <T>(outside: Outside | undefined, changed: (words: Exclude<Outside, false>) => T, ordinary: T): readonly T[] => {
  if (outside === undefined) return [ordinary];
  return outside === false ? [] : [changed(outside)];
};
