import type { Diagnostic } from "./diagnostic.ts";

/** A run that cannot go on, for a reason that is not a bug: diagnostics with, where there is one, a cause. */
export class ChorusError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** The language that the configuration asks for, where it could be read. */
  readonly language: "fr" | "en" | undefined;

  constructor(diagnostics: readonly Diagnostic[], options: ChorusErrorOptions = {}) {
    super(diagnostics.map(({ code }) => code).join(", "), options);
    this.name = "ChorusError";
    this.diagnostics = diagnostics;
    this.language = options.language;
  }
}

export interface ChorusErrorOptions extends ErrorOptions {
  readonly language?: "fr" | "en" | undefined;
}
