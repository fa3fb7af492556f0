import { hash } from "node:crypto";
import type { Frame, Piece } from "../../kinds/pieces/piece.ts";
import { parseJson } from "../../model/parse-json.ts";
import type { Seen } from "./seen-files.ts";

/** What a memory of a configuration says before its pieces. */
export interface MemoryHead {
  /** Fingerprint of the program that made it. */
  readonly build: string;
  readonly seen: readonly Seen[];
  readonly frame: Frame;
  /** What was wrong with it, counted: none of it an error. */
  readonly warnings: number;
  /** What only the person who runs Chorus may grant, each once, for every run to judge by itself. */
  readonly needs: readonly unknown[];
}

/**
 * A memory as text, lines each with its digest: the head, where each box of pieces is, then the boxes. So one line is read
 * of the many. Undefined where it would be too long to keep.
 */
export const memoryText = (head: MemoryHead, pieces: Iterable<Piece>, mostLength = MOST_LENGTH): string | undefined => {
  // As text at once: as objects, a hundred thousand would have the collector at work for seconds.
  const written = Array.from(pieces, (piece) => [boxNumber(piece), JSON.stringify(piece)] as const);
  const boxes = Array.from({ length: Math.max(1, Math.ceil(written.length / PIECES_A_BOX)) }, (): string[] => []);
  for (const [number, text] of written) boxes[number % boxes.length]?.push(text);
  const lines = boxes.map((box) => `[${box.join(",")}]\n`);
  if (lines.reduce((sum, { length }) => sum + length, 0) > mostLength) return undefined;
  let at = 0;
  const places = lines.map((line): Place => {
    const size = Buffer.byteLength(line);
    at += size;
    return [at - size, size, digestOf(line)];
  });
  const first = `${JSON.stringify({ ...head, boxes: places })}\n`;
  return [titleOf(first), first, ...lines].join("");
};

export interface ReadMemory {
  readonly head: MemoryHead;
  /** Those of these structures; undefined where one is not there as it was written. */
  pieces(of: readonly Pick<Piece, "environment" | "name">[]): Promise<readonly Piece[] | undefined>;
}

/** Bytes of the memory's file; fewer where it ends before. */
export type ReadPart = (from: number, size: number) => Promise<Uint8Array>;

/** Undefined where it is not what this program wrote, every byte of what is read. */
export const readMemory = async (part: ReadPart, build: string): Promise<ReadMemory | undefined> => {
  const title = textOf(await part(0, TITLE_SIZE));
  const size = Number(SIZE.exec(title)?.[1] ?? Number.NaN);
  if (!(size <= MOST_HEAD)) return undefined;
  const first = await part(TITLE_SIZE, size);
  if (title !== titleOf(first)) return undefined;
  const head = parseJson(textOf(first)) as (MemoryHead & { readonly boxes: readonly Place[] }) | undefined;
  if (head?.build !== build) return undefined;
  const start = TITLE_SIZE + size;
  const boxAt = async ([from, length, digest]: Place): Promise<readonly Piece[]> => {
    const line = await part(start + from, length);
    return digestOf(line) === digest ? (parseJson(textOf(line)) as readonly Piece[]) : [];
  };
  return {
    head,
    async pieces(of) {
      const found: Piece[] = [];
      for (const wanted of of) {
        const place = head.boxes[boxNumber(wanted) % head.boxes.length];
        const box = place === undefined ? [] : await boxAt(place);
        const piece = box.find((one) => one.name === wanted.name && one.environment === wanted.environment);
        if (piece === undefined) return undefined;
        found.push(piece);
      }
      return found;
    },
  };
};

/** Bytes from the end of the head, and how many; the digest of what is there. */
type Place = readonly [from: number, size: number, digest: string];

/** How long the head is and what it is, in as many bytes whatever that is. */
const titleOf = (first: string | Uint8Array): string => `${MAGIC} ${String(Buffer.byteLength(first)).padStart(12, "0")} ${digestOf(first)}\n`;

/** Its remainder by the number of boxes is the piece's box. */
const boxNumber = ({ environment, name }: Pick<Piece, "environment" | "name">): number => Number.parseInt(digestOf(`${environment}/${name}`).slice(0, 8), 16);

const digestOf = (of: string | Uint8Array): string => hash("sha256", of, "hex");

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const MAGIC = "chorus-configuration-memory 1";
const SIZE = /^chorus-configuration-memory 1 (\d{12}) /;
const TITLE_SIZE = titleOf("").length;
const PIECES_A_BOX = 50;

/** Above it, a text is more than is worth keeping, and nears what a string may hold. */
const MOST_LENGTH = 200 * 1024 * 1024;
const MOST_HEAD = 64 * 1024 * 1024;
