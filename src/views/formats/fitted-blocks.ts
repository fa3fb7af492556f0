/** Lines that belong together, of which the rows may be left out from the end. */
export interface Block {
  readonly before: readonly string[];
  readonly rows: readonly string[];
  readonly after: readonly string[];
  /** What stands after the rows in place of those that were left out: it must not grow beyond {@link MORE_ROOM}. */
  readonly more: (left: number) => string;
}

/**
 * Blocks as one text of at most so many characters: every block is there with its frame, and rows as long as there is room,
 * the first block's first. What is left out is said, so that nobody takes a part for the whole.
 */
export const fitBlocks = (blocks: readonly Block[], most: number): string => {
  const frames = blocks.reduce((sum, { before, after }) => sum + lengthOf(before) + lengthOf(after) + MORE_ROOM, blocks.length);
  let room = most - frames;
  const texts = blocks.map(({ before, rows, after, more }) => {
    const shown: string[] = [];
    for (const row of rows) {
      if (row.length + 1 > room) break;
      shown.push(row);
      room -= row.length + 1;
    }
    const left = rows.length - shown.length;
    return [...before, ...shown, ...(left === 0 ? [] : ["", more(left)]), ...after].join("\n");
  });
  return `${texts.join("\n\n")}\n`;
};

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 1);

const MORE_ROOM = 200;
