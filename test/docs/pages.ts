import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { ROOT } from "../cli/support.ts";

/** A page that people read, relative to the repository. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** A fenced block with what the comments above it say of it. */
export interface Block {
  readonly page: Page;
  readonly line: number;
  readonly language: string;
  readonly body: string;
  /** `<!-- in: examples/direct; with: simulator -->` as `{ in: "examples/direct", with: "simulator" }`. */
  readonly says: Readonly<Record<string, string>>;
}

export const readPages = async (): Promise<readonly Page[]> => {
  const below = await readdir(join(ROOT, "docs"), { recursive: true, withFileTypes: true });
  const docs = below
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const files = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", ...docs.toSorted()];
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(ROOT, file), "utf8") })));
};

export const blocksOf = (page: Page): readonly Block[] => {
  const lines = page.text.split("\n");
  const blocks: Block[] = [];
  let comments: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const [, indent, language] = /^(\s*)```(\w*)\s*$/.exec(line) ?? [];
    if (language !== undefined) {
      const end = lines.findIndex((other, at) => at > index && other.trim() === "```");
      const body = lines.slice(index + 1, end).map((inside) => inside.slice((indent ?? "").length));
      blocks.push({ page, line: index + 1, language, body: `${body.join("\n")}\n`, says: Object.assign({}, ...comments.map(directives)) });
      index = end;
      comments = [];
    } else if (/^\s*<!--.*-->\s*$/.test(line)) comments.push(line);
    else if (line.trim() !== "") comments = [];
  }
  return blocks;
};

/** The text without what stands in fenced blocks: prose, links and headings. */
export const proseOf = ({ text }: Page): string => text.replaceAll(/^(\s*)```[\s\S]*?^\s*```\s*$/gm, "");

const directives = (comment: string): Readonly<Record<string, string>> => {
  const inside = /<!--(.*)-->/.exec(comment)?.[1] ?? "";
  return Object.fromEntries(
    inside.split(";").map((part) => {
      const [key = "", ...value] = part.split(":");
      return [key.trim(), value.join(":").trim()];
    }),
  );
};
