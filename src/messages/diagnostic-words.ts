import type { Code, CodeArguments } from "../diagnostics/codes.ts";

/** What a code says to a person: its title, what is wrong here, and what to do next. */
export interface Words<A> {
  readonly title: string;
  readonly detail: (args: A) => string;
  readonly hint: (args: A) => string;
}

/** Words for every code: a language that lacks one does not compile. */
export type DiagnosticWords = { readonly [C in Code]: Words<CodeArguments[C]> };
