/**
 * Text that is no Unicode, as old spreadsheets write it: Windows' code page, or that of a Mac. Both give every byte a
 * character, so what tells them apart is which of the two makes accented letters of French words out of these bytes.
 */
export const decodeLegacy = (bytes: Uint8Array): string => new TextDecoder(pageOf(bytes)).decode(bytes);

/** The way back, to the page that these bytes are in; undefined for a text with a character that it lacks. */
export const encodeLegacy = (bytes: Uint8Array): ((text: string) => Uint8Array | undefined) => {
  const page = new TextDecoder(pageOf(bytes)).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const codes = new Map(Array.from(page, (character, byte) => [character, byte]));
  return (text) => {
    const encoded = Array.from(text, (character) => codes.get(character));
    return encoded.every((byte) => byte !== undefined) ? Uint8Array.from(encoded) : undefined;
  };
};

const pageOf = (bytes: Uint8Array): (typeof PAGES)[number] => {
  const [windows = 0, mac = 0] = PAGES.map((page) => accentsIn(new TextDecoder(page).decode(bytes)));
  return mac > windows ? "macintosh" : "windows-1252";
};

/** Letters in lower case: in capitals the two pages overlap, and people write few words in capitals with accents. */
const accentsIn = (text: string): number => text.match(ACCENTS)?.length ?? 0;

const ACCENTS = /(?<=\p{L})[éèêëàâçîïôùûüœ]|[éèêëàâçîïôùûüœ](?=\p{L})/gu;

const PAGES = ["windows-1252", "macintosh"] as const;
