import { createHash } from "node:crypto";
import { groupBy } from "../../model/group-by.ts";

/**
 * Names of files for several people, in their order, no two alike: not on a disk that takes `C01` and `c01` for one either,
 * nor for Windows, which takes `con.txt` for a device. Without an extension.
 */
export const fileNames = (names: readonly string[]): readonly string[] => {
  const encoded = names.map((name, index) => ({ name, index, file: encode(name) }));
  const files = [...names];
  for (const [folded, alike] of groupBy(encoded, ({ file }) => fold(file))) {
    for (const [rank, { name, index, file }] of alike.entries()) {
      const isAlone = alike.length === 1 && !RESERVED.test(folded);
      // Two of one name are told apart by their rank.
      const same = alike.slice(0, rank).filter((one) => one.name === name).length;
      files[index] = isAlone ? file : `${file}~${fingerprint(same === 0 ? name : `${name}\u0000${same}`)}`;
    }
  }
  return files;
};

/** Letters and digits stay, of any alphabet; what a shell, a file system or an address of the web takes otherwise is spelled. */
const encode = (name: string): string =>
  name.normalize("NFC").replaceAll(/[^\p{L}\p{N}._@-]|^[.-]/gu, (character) => [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));

const fold = (file: string): string => file.normalize("NFKD").toLowerCase();

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/;
