/** JSON leaves some characters as they are that a terminal would obey; as escapes they mean the same, also between the double quotes of YAML. */
export const obeyedEscaped = (json: string): string => json.replaceAll(OBEYED, escaped);

const escaped = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;

const OBEYED = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
