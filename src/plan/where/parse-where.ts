import type { WhereExpected } from "../../diagnostics/codes.ts";
import { KINDS } from "../../model/address.ts";
import { ENVIRONMENTS } from "../../model/environment.ts";
import { parseDuration } from "../../model/instant.ts";
import { STEP_ACTIONS } from "../../model/step.ts";
import { tokensOf, type Token } from "./where-tokens.ts";
import { WHERE_FIELDS, WHERE_OPERATORS, type Where, type WhereField, type WhereOperator } from "./where.ts";

/** What cannot be read of a filter, and what could stand there. */
export interface WhereProblem {
  /** From 1. */
  readonly column: number;
  /** As it stands there; empty at the end. */
  readonly found: string;
  readonly expected: WhereExpected;
  /** What may stand there, where that is a list. */
  readonly allowed?: readonly string[];
}

/**
 * Reads a filter: `environment=production and due<30d and not (application=billing or client=C0*)`. `and` binds more
 * closely than `or`; a value with spaces, commas or parentheses stands in quotes.
 */
export const parseWhere = (text: string): Where | { readonly problem: WhereProblem } => {
  if (text.length > LONGEST) return { problem: { column: LONGEST + 1, found: "", expected: "shorter" } };
  const reader = new Reader(tokensOf(text), text.length + 1);
  try {
    const where = reader.any();
    reader.end();
    return where;
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
};

/** Ends the reading: nothing is guessed of what follows. */
class Unreadable extends Error {
  readonly problem: WhereProblem;

  constructor(problem: WhereProblem) {
    super(problem.expected);
    this.problem = problem;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #endColumn: number;
  #at = 0;

  constructor(tokens: readonly Token[], endColumn: number) {
    this.#tokens = tokens;
    this.#endColumn = endColumn;
  }

  any(): Where {
    const parts: [Where, ...Where[]] = [this.#all()];
    while (this.#takes("or")) parts.push(this.#all());
    return parts.length === 1 ? parts[0] : { any: parts };
  }

  end(): void {
    if (this.#peek() !== undefined) this.#refuse("connective", ["and", "or"]);
  }

  #all(): Where {
    const parts: [Where, ...Where[]] = [this.#one()];
    while (this.#takes("and")) parts.push(this.#one());
    return parts.length === 1 ? parts[0] : { all: parts };
  }

  #one(): Where {
    if (this.#takes("not")) return { not: this.#one() };
    if (!this.#takes("(")) return this.#claim();
    const inside = this.any();
    if (!this.#takes(")")) this.#refuse("parenthesis", [")"]);
    return inside;
  }

  #claim(): Where {
    const field = this.#field();
    const operator = this.#operator(field);
    const values = [this.#value(field)];
    while (this.#takes(",")) values.push(this.#value(field));
    return { field, operator, values };
  }

  #field(): WhereField {
    const token = this.#peek();
    const field = FIELDS.find((one) => token?.quoted === false && one === token.text);
    if (field === undefined) return this.#refuse("field", FIELDS);
    this.#at++;
    return field;
  }

  #operator(field: WhereField): WhereOperator {
    const allowed = OPERATORS[WHERE_FIELDS[field]];
    const token = this.#peek();
    const operator = allowed.find((one) => token?.quoted === false && one === token.text);
    if (operator === undefined) return this.#refuse("operator", allowed);
    this.#at++;
    return operator;
  }

  #value(field: WhereField): string {
    const token = this.#peek();
    if (token === undefined || (!token.quoted && isMark(token.text))) return this.#refuse("value", WORDS[field]);
    if (token.open === true) return this.#refuse("quote");
    const words = WORDS[field];
    if (words !== undefined && !words.includes(token.text)) return this.#refuse("word", words);
    if (WHERE_FIELDS[field] === "duration" && parseDuration(token.text) === undefined) return this.#refuse("duration");
    this.#at++;
    return token.text;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    if (token?.quoted !== false || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #refuse(expected: WhereProblem["expected"], allowed?: readonly string[]): never {
    const token = this.#peek();
    const place = { column: token?.column ?? this.#endColumn, found: token?.text ?? "" };
    throw new Unreadable(allowed === undefined ? { ...place, expected } : { ...place, expected, allowed });
  }
}

/** Parentheses are read one inside the other. */
const LONGEST = 4000;

const FIELDS = Object.keys(WHERE_FIELDS) as readonly WhereField[];

const isMark = (text: string): boolean => text === "(" || text === ")" || text === "," || (WHERE_OPERATORS as readonly string[]).includes(text);

const OPERATORS: Readonly<Record<(typeof WHERE_FIELDS)[WhereField], readonly WhereOperator[]>> = {
  word: ["=", "!="],
  text: ["=", "!=", "~"],
  duration: ["<", "<=", ">", ">="],
};

const WORDS: Partial<Readonly<Record<WhereField, readonly string[]>>> = {
  environment: ENVIRONMENTS,
  kind: KINDS,
  lifecycle: ["active", "paused", "leaving"],
  status: ["in-order", "to-do", "unknown", "accepted", "paused"],
  proof: ["verified", "inferred", "attested", "none"],
  unknown: ["unprovable", "not-configured", "not-asked", "waiting", "elsewhere", "transient", "unexpected-answer", "contradicted"],
  drifted: ["yes", "no"],
  action: STEP_ACTIONS,
  request: ["to-send", "asked", "refused", "blocked", "done"],
};
