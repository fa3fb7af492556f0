import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";

/** Every character that Markdown or HTML could take for markup, escaped (CommonMark 2.4 allows all of them). */
export const markdownText = (text: string): string => shown(printable(text)).replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, escaped);

/** The same, where no address of the web, of a person or of a ticket may become a link either (GFM 6.9). */
export const unlinkedMarkdown = (text: string): string => markdownText(text).replaceAll(/@|:(?=\/\/)|(?<=\bwww)\./gi, escaped);

const escaped = (character: string): string => `\\${character}`;
