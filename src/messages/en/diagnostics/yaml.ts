import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { meant } from "./words.ts";

/** How the YAML is written. */
export const YAML = {
  "CHR-YAML-SYNTAX": {
    title: "Malformed YAML",
    detail: ({ problem }) => SYNTAX[problem] ?? `The YAML cannot be read here (${problem}).`,
    hint: () => "Check indentation, quotes and brackets here and just before.",
  },
  "CHR-YAML-TAB": {
    title: "Tab in the indentation",
    detail: () => "YAML does not allow tabs as indentation.",
    hint: () => "Replace the tab by spaces.",
  },
  "CHR-YAML-DUPLICATE-KEY": {
    title: "Duplicate key",
    detail: ({ key, line }) => `"${key}" is already given in this map, on line ${line}.`,
    hint: () => "Keep one of the two lines, or give the second another name.",
  },
  "CHR-YAML-KEY": {
    title: "Key that is not a text",
    detail: () => "A key cannot be a list or a map.",
    hint: () => "Write the key as a plain word.",
  },
  "CHR-YAML-MERGE": {
    title: "Cannot be merged",
    detail: () => '"<<" takes a map, or a list of maps; this value is neither.',
    hint: () => 'Let "<<" point to an anchor on a map, such as "<<: *shared".',
  },
  "CHR-YAML-ALIAS-UNKNOWN": {
    title: "Alias without an anchor",
    detail: (args) => `"*${args.alias}" refers to an anchor that is not above it in this file.${meant(args)}`,
    hint: ({ alias }) => `Write "&${alias}" before it is used; anchors do not cross files.`,
  },
  "CHR-YAML-ALIAS-EXPLOSION": {
    title: "Aliases without bounds",
    detail: ({ alias, problem }) =>
      problem === "loop" ? `"*${alias}" contains itself.` : `With "*${alias}", the aliases of this file stand for millions of values.`,
    hint: () => "Avoid aliases of aliases; for many clients, use a CSV file (clients.from).",
  },
  "CHR-YAML-DEPTH": {
    title: "Nested too deeply",
    detail: ({ limit }) => `The file nests more than ${limit} levels.`,
    hint: () => "A configuration needs fewer than ten: look for brackets that are never closed.",
  },
  "CHR-YAML-DOCUMENTS": {
    title: "Several documents in one file",
    detail: () => 'A second document begins here ("---").',
    hint: () => "Give each document its own file and join them with include.",
  },
} satisfies Partial<DiagnosticWords>;

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: "The indentation is not that of the map or list, or a bracket or brace is not closed.",
  MISSING_CHAR: 'A character is missing, often a quote, a bracket or ": ".',
  BLOCK_AS_IMPLICIT_KEY: 'Two "key: value" follow each other on one line.',
  MULTILINE_IMPLICIT_KEY: 'A key spans several lines: ":" is probably missing.',
  UNEXPECTED_TOKEN: "This text is not expected here.",
  BAD_SCALAR_START: "A text that begins with this character must be quoted.",
  BAD_DQ_ESCAPE: 'In double quotes "\\" is followed by an unexpected character.',
  BLOCK_IN_FLOW: "An indented list or map cannot stand in brackets or braces.",
  TAG_RESOLVE_FAILED: 'The tag "!" is ignored: every value is read as text.',
  BAD_DIRECTIVE: 'This "%" directive is unknown.',
  BAD_ALIAS: "This is no name for an alias or anchor.",
};
