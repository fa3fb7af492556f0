/** What somebody typed in a form: every value a text, trimmed, without what cannot be typed. */
export interface Form {
  /** Empty where it is absent. */
  text(name: string): string;
  /** The boxes that are ticked. */
  all(name: string): readonly string[];
}

/** Reads `application/x-www-form-urlencoded`; anything else is an empty form. */
export function readForm(body: Uint8Array, contentType: string): Form {
  const isForm = contentType.toLowerCase().startsWith("application/x-www-form-urlencoded");
  return formOf(new URLSearchParams(isForm ? Buffer.from(body).toString("utf8") : ""));
}

export const EMPTY_FORM: Form = formOf(new URLSearchParams());

function formOf(values: URLSearchParams): Form {
  return {
    text: (name) => clean(values.get(name) ?? ""),
    all: (name) => values.getAll(name).map(clean),
  };
}

/** Control characters are not typed, and no field is a text of a megabyte: half of a letter, where it is cut, is none. */
function clean(value: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  return value.replaceAll(/[\u0000-\u001f\u007f-\u009f]/gu, " ").slice(0, MAX_LENGTH).replaceAll(/\p{Surrogate}/gu, "").trim();
}

/** What a path takes for a folder, however it is written: nothing can have its page at such a name. */
export const isDots = (name: string): boolean => name === "." || name === "..";

const MAX_LENGTH = 500;
