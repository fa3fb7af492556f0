/** A value as a word of a command to copy: in single quotes where a shell would read something else in it. */
export const shellWord = (value: string): string => (/^[\w@.-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`);
