/** A piece of a filter, with where it begins, from 1. */
export interface Token {
  readonly text: string;
  readonly column: number;
  /** Whether it stood in quotes: then it is a value, whatever it says. */
  readonly quoted: boolean;
  /** Its quote is never closed. */
  readonly open?: true;
}

/** The words, marks and quoted values of a filter. It never fails: what cannot be read is a piece like another. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: piece, 1: double, 2: single, index } of text.matchAll(PIECE)) {
    const column = index + 1;
    const inside = double ?? single;
    if (inside !== undefined) tokens.push({ text: inside.replaceAll(/\\(.)/gs, "$1"), column, quoted: true });
    else if (piece.startsWith('"') || piece.startsWith("'")) tokens.push({ text: piece.slice(1), column, quoted: true, open: true });
    else tokens.push({ text: piece, column, quoted: false });
  }
  return tokens;
};

/** In quotes, in which a backslash keeps what follows; a quote without its end; an operator; a mark; a word. */
const PIECE = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|["'].*|!=|<=|>=|[=<>~(),]|[^\s=<>!~(),"']+|!/gs;
