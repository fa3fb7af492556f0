import type { Handshake } from "../piste/cable/handshake.ts";
import type { Step } from "../piste/cable/step.ts";
import type { Finding } from "./cable-checks.ts";
import type { CableReason } from "./doctor-document.ts";

/** Whether a server is who it says, and who vouches for it: a root that is not public is how TLS is inspected. */
export const tlsVerdict = (tls: Step<Handshake> | undefined, relaxedTls: boolean): Finding => {
  if (tls?.done !== true) {
    const code = tls?.code ?? "";
    return { status: "failed", reason: reasonOf(code), facts: { code } };
  }
  const { protocol, chain, root, distrust } = tls;
  const facts = { protocol, chain, root };
  if (distrust === undefined) return { status: "ok", reason: root === "public" ? "trusted" : "private-root", facts };
  if (relaxedTls) return { status: "ok", reason: "not-verified", facts: { ...facts, code: distrust } };
  return { status: "failed", reason: reasonOf(distrust), facts: { ...facts, code: distrust } };
};

const reasonOf = (code: string): CableReason => REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? "handshake-failed";

/** OpenSSL's verification codes, Node's, and those of the steps before. */
const REASONS: readonly (readonly [RegExp, CableReason])[] = [
  [/^proxy /, "proxy-refuses"],
  [/^(CHORUS_CA_FILE|NODE_EXTRA_CA_CERTS)$/, "ca-unreadable"],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, "certificate-dates"],
  [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, "other-name"],
  [/SELF_SIGNED_CERT|^UNABLE_TO_|^CERT_UNTRUSTED$|^INVALID_CA$/, "issuer-unknown"],
];
