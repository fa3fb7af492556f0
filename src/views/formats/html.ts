import { createHash } from "node:crypto";
import escapeHtml from "escape-html";
import { obeyedEscaped } from "../../model/obeyed-escaped.ts";
import { printable } from "../printable.ts";
import { shown } from "../text/wrap.ts";

/** The one way in which anything said becomes HTML: marks that reorder text are spelled out, markup is escaped. */
export const htmlText = (said: string): string => escapeHtml(shown(printable(said)));

/** Data that a page's script reads: nothing in it can end the element that holds it, nor is obeyed by a terminal that shows the source. */
export const htmlData = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${obeyedEscaped(JSON.stringify(data)).replaceAll(/[<>&]/g, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)}</script>`;

/**
 * What a page may do: run its own script, show its own style, and nothing else. No request leaves it.
 * https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export const contentPolicy = ({ style, script }: { readonly style: string; readonly script?: string }): string =>
  [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
