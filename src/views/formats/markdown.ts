import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";

/** Every character that Markdown or HTML could take for markup, escaped (CommonMark 2.4 allows all of them). */
export const markdownText = (text: string): string => shown(printable(text)).replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, escaped);

/**
 * The same, where no address of the web, of a person or of a ticket may become a link or call somebody either. GFM makes
 * links while it parses (6.9), which an escape prevents. GitHub and GitLab look for mentions and references afterwards, in
 * each text of the page: a comment between its parts makes two texts of one, and stays out of what is copied.
 */
export const unlinkedMarkdown = (text: string): string =>
  markdownText(text)
    .replaceAll(/@|:(?=\/\/)|(?<=\bwww)\./gi, escaped)
    .replaceAll(/\\@|(?:\\[#!~&]|[%$])(?=[\w"])|\bGH(?=-\d)/gi, (sign) => `${sign}<!-- -->`);

const escaped = (character: string): string => `\\${character}`;
