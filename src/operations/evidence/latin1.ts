/**
 * A character for each byte, by its number. `TextDecoder("latin1")` is that on Node 20 and windows-1252 from Node 24 on, as its
 * standard has it: then no byte from 0x80 to 0x9F is found again.
 */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
