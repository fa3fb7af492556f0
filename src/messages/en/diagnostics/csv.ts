import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { choice, meant } from "./words.ts";

/** The list of clients. */
export const CSV = {
  "CHR-CSV-NOT-FOUND": {
    title: "CSV file not found",
    detail: ({ file }) => `${file} does not exist.`,
    hint: () => "Correct the path. That of clients.from starts from the folder of the file that holds it.",
  },
  "CHR-CSV-EMPTY": {
    title: "Empty CSV file",
    detail: ({ file }) => `${file} has no header.`,
    hint: () => 'The first line names the columns, such as "code;siret;nom".',
  },
  "CHR-CSV-SYNTAX": {
    title: "Malformed CSV",
    detail: ({ problem }) => `The line cannot be read (${problem}): a quote is probably not closed.`,
    hint: () => "Put cells that hold double quotes between double quotes, and double those inside.",
  },
  "CHR-CSV-HEADER-UNKNOWN": {
    title: "Unknown column",
    detail: (args) => `The column "${args.header}" does not exist.${meant(args)}`,
    hint: () => "Possible columns: code, siret, nom, login, etat, date, remplace, type, piste.",
  },
  "CHR-CSV-HEADER-MISSING": {
    title: "Missing column",
    detail: ({ header }) => `The column "${header}" is missing.`,
    hint: () => "The columns code and siret are required; the first line of the file names the columns. `chorus import csv --map code=COLUMN` says which is which.",
  },
  "CHR-CSV-HEADER-TWICE": {
    title: "Column given twice",
    detail: ({ header }) => `The column "${header}" is already there.`,
    hint: () => 'Keep one of the two columns; "identifiant" is another name for "siret".',
  },
  "CHR-CSV-PASSWORD": {
    title: "Password in a CSV file",
    detail: ({ column }) => `The column "${column}" holds, or seems to hold, a password. Its value is not shown.`,
    hint: () => "Remove it from the file and from Git's history, have that password reset, then say where it is found with clients.password.",
  },
  "CHR-CSV-CELL-EMPTY": {
    title: "Empty cell",
    detail: ({ header }) => `The column "${header}" must be filled in.`,
    hint: () => "Fill in the cell, or remove the row if the client does not exist yet.",
  },
  "CHR-CSV-CODE-TWICE": {
    title: "Client given twice",
    detail: ({ name, line }) => `The code "${name}" is already given on line ${line}.`,
    hint: () => "A code means one client: keep one of the two rows.",
  },
  "CHR-CSV-NUMBER": {
    title: "Number broken by a spreadsheet",
    detail: ({ header, value }) => `The column "${header}" holds "${value}": the spreadsheet rounded the number, its last digits are lost.`,
    hint: () => "Start again from the original: in Excel, Data > From Text/CSV, column of type Text, then export anew. Formatting the cell brings no digit back.",
  },
  "CHR-CSV-COLUMNS": {
    title: "Unexpected number of cells",
    detail: ({ expected, actual }) => `The row has ${actual} cells; the header announces ${expected}.`,
    hint: () => "Add the missing separators, or quote a cell that holds the separator.",
  },
  "CHR-CSV-VALUE": {
    title: "Cell not accepted",
    detail: (args) => `"${args.value}" does not suit the column "${args.header}": expected ${choice(args.allowed)}.${meant(args)}`,
    hint: () => "Choose one of the possible values, or leave the cell empty.",
  },
} satisfies Partial<DiagnosticWords>;
