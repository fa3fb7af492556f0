import { errorCode } from "../ports/error-code.ts";
import type { EnvironmentVariables, Files } from "../ports/ports.ts";

export type Certificates =
  /** `ca` undefined: Node's own set, unchanged. */
  | { readonly read: true; readonly ca: readonly string[] | undefined }
  | { readonly read: false; readonly variable: string; readonly code: string };

/**
 * Certificate authorities: Node's, those of `CHORUS_CA_FILE` (PEM, for a company that inspects TLS) and the given ones.
 * A `ca` option replaces Node's whole set, `NODE_EXTRA_CA_CERTS` included; before Node 22.15 nothing gives that set
 * back, hence the second file.
 */
export const readCertificates = async (
  variables: EnvironmentVariables,
  files: Pick<Files, "read">,
  extra: readonly string[],
): Promise<Certificates> => {
  const file = variables[OWN_FILE] ?? "";
  if (file === "" && extra.length === 0) return { read: true, ca: undefined };
  const own = file === "" ? "" : await readText(file, files);
  if (typeof own !== "string") return { read: false, variable: OWN_FILE, code: own.code };
  return { read: true, ca: [...(await nodeCertificates(variables, files)), ...extra, own].filter((pem) => pem !== "") };
};

const nodeCertificates = async (
  variables: EnvironmentVariables,
  files: Pick<Files, "read">,
): Promise<readonly string[]> => {
  const tls: NodeTls = await import("node:tls");
  if (tls.getCACertificates !== undefined) return tls.getCACertificates("default");
  const file = variables[NODE_FILE] ?? "";
  const more = file === "" ? "" : await readText(file, files);
  // Node warns of an unreadable file and goes on.
  return typeof more === "string" ? [...tls.rootCertificates, more] : tls.rootCertificates;
};

const readText = async (file: string, files: Pick<Files, "read">): Promise<string | { readonly code: string }> => {
  try {
    return new TextDecoder().decode(await files.read(file));
  } catch (error) {
    return { code: errorCode(error) ?? "unreadable" };
  }
};

interface NodeTls {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: (type: "default") => string[];
}

const OWN_FILE = "CHORUS_CA_FILE";
const NODE_FILE = "NODE_EXTRA_CA_CERTS";
