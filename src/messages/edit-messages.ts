import { editEn } from "./en/edit.ts";
import { editFr } from "./fr/edit.ts";
import type { Language } from "./language.ts";

/** What `chorus add` says beside the change itself. */
export interface EditWords {
  readonly nothingWritten: string;
  readonly written: (file: string) => string;
}

export const editMessages = (language: Language): EditWords => (language === "fr" ? editFr : editEn);
