import { importEn } from "./en/import.ts";
import { importFr } from "./fr/import.ts";
import type { Language } from "./language.ts";
import type { Counted } from "./shape.ts";

/** What `chorus import` says. */
export interface ImportWords {
  readonly rows: Counted;
  readonly columns: string;
  readonly left: string;
  readonly line: string;
  readonly was: (text: string) => string;
  readonly repeated: (line: number, first: number) => string;
  readonly toMend: Counted;
  readonly zerosLost: string;
  readonly nothingWritten: string;
  /** Of `import live`. */
  readonly reached: (news: number, declared: number, requests: number) => string;
  readonly alsoSubscribed: (application: string, apis: readonly string[]) => string;
  readonly unread: (account: string, why: string) => string;
  readonly liveNotWritten: string;
  readonly liveWritten: (file: string, structures: number) => string;
  readonly written: (file: string, rows: number) => string;
}

export const importMessages = (language: Language): ImportWords => (language === "fr" ? importFr : importEn);
