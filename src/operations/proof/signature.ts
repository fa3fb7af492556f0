import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from "node:crypto";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ProofBody, ProofDocument, ProofSignature } from "../../model/proof.ts";
import type { Files } from "../../ports/ports.ts";
import { proofText } from "./digest.ts";

/** The private key of a PEM file, which stays on the client's machine. */
export const readPrivateKey = async (file: string, files: Pick<Files, "read">): Promise<KeyObject> => {
  const pem = await readPem(file, files);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Not a key, one of another kind, or one under a passphrase: told below, without a word of the file.
  }
  throw keyFile(file, "not-private");
};

/** The public keys of a PEM file, by fingerprint: several while a client changes from one to another. */
export const readPublicKeys = async (file: string, files: Pick<Files, "read">): Promise<ReadonlyMap<string, KeyObject>> => {
  const pem = await readPem(file, files);
  const keys = (pem.match(PUBLIC_KEY) ?? []).flatMap((one) => {
    try {
      const key = createPublicKey(one);
      return key.asymmetricKeyType === "ed25519" ? [key] : [];
    } catch {
      return [];
    }
  });
  if (keys.length === 0) throw keyFile(file, "not-public");
  return new Map(keys.map((key) => [fingerprint(key), key]));
};

export const signProof = (body: ProofBody, key: KeyObject): ProofSignature => ({
  algorithm: "ed25519",
  key: fingerprint(createPublicKey(key)),
  value: sign(null, Buffer.from(proofText(body)), key).toString("base64"),
});

/** What keeps a proof from being signed by one of the keys of a file. */
export const refuseSignature = (proof: ProofDocument, file: string, keys: { readonly file: string; readonly known: ReadonlyMap<string, KeyObject> }): Diagnostic | undefined => {
  const { client, signature } = proof;
  if (signature === undefined) return diagnostic("CHR-PROOF-UNSIGNED", "error", { file, client, keys: keys.file });
  const key = keys.known.get(signature.key);
  if (key === undefined) return diagnostic("CHR-PROOF-KEY", "error", { file, client, key: signature.key, keys: keys.file });
  const holds = verify(null, Buffer.from(proofText(proof)), key, Buffer.from(signature.value, "base64"));
  return holds ? undefined : diagnostic("CHR-PROOF-ALTERED", "error", { file, client, what: "signature" });
};

/** 32 hexadecimal digits of the SHA-256 of the public key. */
const fingerprint = (key: KeyObject): string => hash("sha256", key.export({ type: "spki", format: "der" }), "hex").slice(0, 32);

const readPem = async (file: string, files: Pick<Files, "read">): Promise<string> => {
  try {
    return new TextDecoder().decode(await files.read(file));
  } catch {
    throw keyFile(file, "not-found");
  }
};

const keyFile = (file: string, problem: "not-found" | "not-private" | "not-public"): ChorusError =>
  new ChorusError([diagnostic("CHR-PROOF-KEY-FILE", "error", { file, problem })]);

const PUBLIC_KEY = /-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g;
