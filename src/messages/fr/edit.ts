import type { EditWords } from "../edit-messages.ts";

export const editFr: EditWords = {
  nothingWritten: "Rien n'est écrit (--dry-run).",
  written: (file) => `${file} est écrit. Suite : chorus plan`,
};
