/**
 * A character for each byte, by its number. `TextDecoder("latin1")` is that on Node 20 alone; later ones take it for windows-1252,
 * as its standard has it, and no byte from 0x80 to 0x9F is found again.
 */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
