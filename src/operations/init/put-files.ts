import { join } from "node:path";
import type { Files } from "../../ports/ports.ts";

/** What became of a file: it is new, lines were added, all of it was there already, or it was another one's and was left alone. */
export interface Put {
  readonly file: string;
  readonly outcome: "written" | "added" | "there" | "kept";
}

/** Writes files that are not there yet. What is there is never changed. */
export const putNew = async (files: Files, folder: string, wanted: Readonly<Record<string, string>>): Promise<readonly Put[]> => {
  const put: Put[] = [];
  for (const [file, content] of Object.entries(wanted)) {
    const isNew = await files.createExclusive(join(folder, file), content);
    const isSame = !isNew && new TextDecoder().decode(await files.read(join(folder, file))) === content;
    put.push({ file, outcome: isNew ? "written" : isSame ? "there" : "kept" });
  }
  return put;
};

/** Adds the lines that a file of lines lacks, at its end, ended as its own are. */
export const putLines = async (files: Files, folder: string, file: string, lines: readonly string[]): Promise<Put> => {
  const path = join(folder, file);
  if ((await files.stat(path)) === undefined) {
    await files.replace(path, lines.map((line) => `${line}\n`).join(""));
    return { file, outcome: "written" };
  }
  const text = new TextDecoder().decode(await files.read(path));
  const there = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !there.has(line));
  if (missing.length === 0) return { file, outcome: "there" };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  await files.append(path, `${text === "" || text.endsWith("\n") ? "" : eol}${missing.map((line) => `${line}${eol}`).join("")}`);
  return { file, outcome: "added" };
};
