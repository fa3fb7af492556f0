import type { Code, CodeArguments } from "./codes.ts";

/**
 * Something that a person must know: a code with typed arguments and, where there is one, a place. Words are made in
 * `messages/`, the screen in `views/`.
 */
export type Diagnostic = { readonly [C in Code]: DiagnosticOf<C> }[Code];

export interface DiagnosticOf<C extends Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly arguments: CodeArguments[C];
  readonly where?: Location;
}

export type Severity = "error" | "warning";

/** A place in a file the user wrote. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** One past the last character, on the same line; absent where only a point is known. */
  readonly endColumn?: number;
  /** For CSV: the header of the column. */
  readonly field?: string;
  /** The source line itself, secrets masked, for the caret frame. */
  readonly source?: string;
}

export const diagnostic = <C extends Code>(
  code: C,
  severity: Severity,
  args: CodeArguments[C],
  where?: Location,
): Diagnostic => ({ code, severity, arguments: args, ...(where === undefined ? {} : { where }) }) as Diagnostic;

/** By file, line, column, then code: the same order whatever the order in which they were found. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.toSorted((a, b) => compare(sortKey(a), sortKey(b)));

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

const sortKey = ({ code, where }: Diagnostic): readonly [string, number, number, string] => [
  where?.file ?? "",
  where?.line ?? 0,
  where?.column ?? 0,
  code,
];

const compare = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? "";
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};
