/** Where a cell's text is, from the start of its line: only asked for what is to be shown. */
export const cellExtent = (text: string, lineStart: number, column: number, delimiter: string): readonly [number, number] => {
  let start = lineStart;
  for (let passed = 0; passed < column; passed++) {
    const end = cellEnd(text, start, delimiter);
    if (text[end] !== delimiter) return [end, end + 1];
    start = end + 1;
  }
  const end = cellEnd(text, start, delimiter);
  return trimmed(text, start, end);
};

const cellEnd = (text: string, start: number, delimiter: string): number => {
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === delimiter || character === "\n" || character === "\r")) return at;
  }
  return text.length;
};

const trimmed = (text: string, start: number, end: number): readonly [number, number] => {
  const cell = text.slice(start, end);
  const left = start + (cell.length - cell.trimStart().length);
  const right = end - (cell.length - cell.trimEnd().length);
  return right > left ? [left, right] : [start, Math.max(end, start + 1)];
};
