import { isRecord } from "../model/is-record.ts";
import type { Failed, Success } from "../piste/outcome.ts";

/** Tolerant reading of answers: what is there is used, what is missing or of another type is undefined. */

export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] | undefined => {
  const found = at(value, path);
  return Array.isArray(found) ? found : undefined;
};

/** A text, or a number as text: ids arrive as either. */
export const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = at(value, path);
  if (typeof found === "string") return found;
  return typeof found === "number" ? String(found) : undefined;
};

export const numberAt = (value: unknown, ...path: readonly string[]): number | undefined => {
  const found = at(value, path);
  const number = typeof found === "string" ? Number(found) : found;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

export const booleanAt = (value: unknown, ...path: readonly string[]): boolean | undefined => {
  const found = at(value, path);
  return typeof found === "boolean" ? found : undefined;
};

/** An answer in which what was looked for is not, or cannot be read; `surprise` is a JSON pointer to the place. */
export const lacking = ({ trace }: Success, surprise: string): Failed => ({
  ok: false,
  failure: { code: "unexpected", status: trace.status ?? 0, detail: surprise },
  trace: { ...trace, surprise },
});

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
