import { join } from "node:path";
import type { Attestation } from "../model/attestation.ts";
import type { Files } from "../ports/ports.ts";
import { ATTESTATIONS_FILE } from "./attestations-file.ts";
import { withFileLock, type LockPorts } from "./file-lock.ts";

export interface WritePorts extends LockPorts {
  readonly files: Files;
}

/**
 * Adds attestations to the file, each in the place of the older words on the same address or at the end. Comments, order
 * and style of what a person wrote there stay; who writes at the same time waits.
 */
export const writeAttestations = async (folder: string, ports: WritePorts, given: readonly Attestation[]): Promise<string> => {
  const yaml = await import("yaml");
  const file = join(folder, ATTESTATIONS_FILE);
  await withFileLock(`${file}.lock`, ports, () => writeInto(file, ports.files, given, yaml));
  return file;
};

const writeInto = async (file: string, files: Files, given: readonly Attestation[], { parseDocument }: typeof import("yaml")): Promise<void> => {
  const before = (await files.stat(file)) === undefined ? HEADER : new TextDecoder().decode(await files.read(file));
  const document = parseDocument(before, { schema: "failsafe" });
  const list = document.contents;
  const known = Array.isArray(document.toJS()) ? (document.toJS() as readonly { readonly address?: string }[]) : [];
  const nodes = given.map((attestation) => document.createNode(attestation));
  if (list === null || !("items" in list) || known.length === 0) {
    const created = document.createNode(given);
    if (list?.commentBefore) created.commentBefore = list.commentBefore;
    document.contents = created as typeof document.contents;
  } else {
    const older = new Set<number>();
    for (const [index, node] of nodes.entries()) {
      const [at, ...others] = known.flatMap(({ address }, place) => (address === given[index]?.address ? [place] : []));
      if (at === undefined) document.add(node);
      else replaceKeepingComment(document.contents as never, at, node);
      for (const other of others) older.add(other);
    }
    for (const place of [...older].toSorted((a, b) => b - a)) document.delete(place);
  }
  await files.replace(file, document.toString({ lineWidth: 0 }));
};

const replaceKeepingComment = (
  list: { items: { commentBefore?: string | null }[] },
  at: number,
  node: { commentBefore?: string | null },
): void => {
  const comment = list.items[at]?.commentBefore;
  if (comment) node.commentBefore = comment;
  list.items[at] = node;
};

const HEADER = "# Ce que des personnes ont vu et qu'aucune API ne dit. / What people saw and no API tells.\n";
