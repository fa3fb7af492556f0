import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Files, includes, merging. */
export const FILES = {
  "CHR-CONFIG-NOT-FOUND": {
    title: "Configuration file not found",
    detail: ({ file }) => `${file} does not exist.`,
    hint: () => 'Check the path, or run the command in the folder that holds chorus.config.yaml; "chorus init" writes a first one.',
  },
  "CHR-CONFIG-UNREADABLE": {
    title: "File cannot be read",
    detail: ({ file, problem }) => `${file} ${UNREADABLE[problem]}.`,
    hint: ({ problem }) =>
      problem === "directory" ? "Name the file itself, such as chorus.config.yaml." : "Check that the file may be read, then run again.",
  },
  "CHR-CONFIG-EMPTY-FILE": {
    title: "Empty file",
    detail: ({ file }) => `${file} holds no value.`,
    hint: () => 'Begin with "version: 1", or with one of the examples in examples/.',
  },
  "CHR-FILE-TOO-LARGE": {
    title: "File too large",
    detail: ({ file, megabytes, limit }) => `${file} has ${megabytes} MB; the limit is ${limit} MB.`,
    hint: () => "Check that it is the file you mean: Chorus writes none as large. Put clients into a CSV file (clients.from), or split the configuration with include.",
  },
  "CHR-FILE-REFUSED": {
    title: "Write refused",
    detail: ({ file, problem }) => `${file} cannot be written: ${REFUSED[problem]}.`,
    hint: () => "Choose another place or name, or change the permissions.",
  },
  "CHR-FILE-ENCODING": {
    title: "Unknown character encoding",
    detail: ({ file }) => `${file} is neither UTF-8 nor UTF-16: this character cannot be read.`,
    hint: () => "Save the file as UTF-8.",
  },
  "CHR-INCLUDE-NOTHING": {
    title: "Include without a file",
    detail: ({ pattern }) => `No file matches "${pattern}".`,
    hint: () => "The pattern starts from the folder of the file that holds it. Correct or remove it.",
  },
  "CHR-INCLUDE-OUTSIDE": {
    title: "File outside the configuration's folder",
    detail: ({ file, folder }) => `${file} is not below ${folder}.`,
    hint: () => "Move the file below the main configuration's folder: that is what is reviewed together.",
  },
  "CHR-INCLUDE-CYCLE": {
    title: "Circular include",
    detail: ({ chain }) => `These files include each other: ${chain.join(" → ")}.`,
    hint: () => "Remove one of the includes.",
  },
  "CHR-INCLUDE-DEPTH": {
    title: "Includes nested too deeply",
    detail: ({ file, limit }) => `${file} is more than ${limit} includes away.`,
    hint: () => "Include the files from the main configuration, with a pattern.",
  },
  "CHR-MERGE-CONFLICT": {
    title: "Value given in two files",
    detail: ({ key, file, line }) => `"${key}" is already given in ${file}, line ${line}.`,
    hint: () => "Keep the value in one of the two files.",
  },
} satisfies Partial<DiagnosticWords>;

const UNREADABLE = {
  directory: "is a folder, not a file",
  permission: "cannot be read: access denied",
  other: "cannot be read",
} as const;

const REFUSED = {
  permission: "you may not",
  "read-only": "the file system is read-only",
  full: "the disk is full",
  directory: "it is a folder, or lies in what is none",
  name: "its name is longer than the file system takes",
} as const;
