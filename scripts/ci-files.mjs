/** What `chorus init` writes for a forge: the files of `examples/ci/`, which are the only ones, as text in the bundle. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = join(ROOT, "src", "operations", "init", "ci-files.gen");

/** Where each goes in a project, and where it is here. */
const FILES = {
  github: { ".github/workflows/chorus.yml": "github/chorus.yml", ".github/chorus-state.sh": "github/chorus-state.sh" },
  gitlab: { "chorus.gitlab-ci.yml": "gitlab/chorus.gitlab-ci.yml", ".gitlab-ci.yml": "gitlab/.gitlab-ci.yml" },
};

const read = async ([to, from]) => [to, await readFile(join(ROOT, "examples", "ci", from), "utf8")];

export const writeCiFiles = async () => {
  const forges = await Promise.all(Object.entries(FILES).map(async ([forge, files]) => [forge, Object.fromEntries(await Promise.all(Object.entries(files).map(read)))]));
  await writeFile(`${TARGET}.js`, `export const CI_FILES = ${JSON.stringify(Object.fromEntries(forges))};\n`);
  await writeFile(`${TARGET}.d.ts`, 'export declare const CI_FILES: Readonly<Record<"github" | "gitlab", Readonly<Record<string, string>>>>;\n');
};
