import type { EnvironmentVariables, Files } from "../../ports/ports.ts";

/**
 * Where the end of a chain is known from: `public`, one of the roots that Node brings along; a file that a variable names;
 * `system`, from this machine otherwise; `unknown`, from nowhere.
 */
export type Root = "public" | "CHORUS_CA_FILE" | "NODE_EXTRA_CA_CERTS" | "system" | "unknown";

export const findRoot = async (fingerprint: string, variables: EnvironmentVariables, files: Pick<Files, "read">): Promise<Root> => {
  const [{ X509Certificate }, tls] = await Promise.all([import("node:crypto"), import("node:tls") as Promise<NodeTls>]);
  const isIn = (certificates: readonly string[]): boolean =>
    certificates.some((pem) => {
      try {
        return new X509Certificate(pem).fingerprint256 === fingerprint;
      } catch {
        return false;
      }
    });
  if (isIn(tls.rootCertificates)) return "public";
  for (const variable of ["CHORUS_CA_FILE", "NODE_EXTRA_CA_CERTS"] as const) {
    if (isIn(await certificatesIn(variables[variable] ?? "", files))) return variable;
  }
  return isIn(tls.getCACertificates?.("default") ?? []) ? "system" : "unknown";
};

const certificatesIn = async (file: string, files: Pick<Files, "read">): Promise<readonly string[]> => {
  if (file === "") return [];
  try {
    return new TextDecoder().decode(await files.read(file)).match(PEM) ?? [];
  } catch {
    return [];
  }
};

interface NodeTls {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: (type: "default") => string[];
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
