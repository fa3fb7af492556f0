import { join } from "node:path";
import type { Files } from "../../../src/ports/ports.ts";

/** A few files by path, for properties that try thousands of configurations. */
export const memoryFiles = (contents: Readonly<Record<string, string | Uint8Array>>): Pick<Files, "read" | "stat" | "glob"> => {
  const bytes = (path: string): Uint8Array | undefined => {
    const content = contents[path];
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return {
    read: async (path) => bytes(path) ?? (await Promise.reject(Object.assign(new Error(path), { code: "ENOENT" }))),
    stat: async (path) => {
      const content = await Promise.resolve(bytes(path));
      return content === undefined ? undefined : { size: content.length, mode: 0o644 };
    },
    glob: async (folder, patterns) =>
      Promise.resolve(
        Object.keys(contents)
          .filter((path) => patterns.some((pattern) => join(folder, pattern) === path))
          .toSorted(),
      ),
  };
};
