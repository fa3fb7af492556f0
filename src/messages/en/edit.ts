import type { EditWords } from "../edit-messages.ts";

export const editEn: EditWords = {
  nothingWritten: "Nothing was written (--dry-run).",
  written: (file) => `${file} written. Next: chorus plan`,
};
