/**
 * A number in [0, 1) that depends on `parts` alone: FNV-1a over their characters, then the finalizer of
 * MurmurHash3, which spreads neighbours such as two counters apart.
 */
export function draw(...parts: readonly (string | number)[]): number {
  const text = parts.join("\n");
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
