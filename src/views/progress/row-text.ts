import type { RunWords } from "../../messages/shape.ts";
import type { ProgressRow } from "./progress-rows.ts";

export const nameOf = ({ applications }: ProgressRow, words: RunWords): string =>
  typeof applications === "number" ? words.applications(applications) : applications;

/** How far a row has come, and what holds it up. */
export const movingText = (row: ProgressRow, words: RunWords): string => {
  const text = words.moving(row.environment, nameOf(row, words), row.answered, row.asked);
  const { retrying } = row;
  return retrying === undefined ? text : `${text} · ${words.retrying[wordFor(retrying.code)](retrying.tries, retrying.of)}`;
};

const wordFor = (code: string): keyof RunWords["retrying"] => (code === "invalid-client" || code === "account-rejected" || code === "quota" ? code : "other");
