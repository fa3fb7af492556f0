import { printable } from "../printable.ts";

/** A place and a title of a workflow command. */
export interface CommandProperties {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
}

export type Level = "error" | "warning" | "notice";

/**
 * A line that GitHub's runner takes for an annotation, whatever stands in it: neither a line break nor a colon of a text can
 * begin another command (escaping as in `@actions/core`, which tests hold it to).
 */
export const workflowCommand = (level: Level, message: string, properties: CommandProperties = {}): string => {
  const given = Object.entries(properties).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}=${property(String(value))}`]));
  return `::${level}${given.length === 0 ? "" : ` ${given.join(",")}`}::${data(message)}\n`;
};

const data = (text: string): string =>
  text.split(/\r\n|\n/).map(printable).join("\n").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
