import type { UnreachableCause } from "./outcome.ts";

/**
 * Why no answer came, from the code that Node or undici put on the error; messages are not read, but for the status of
 * a proxy that refuses a tunnel, which undici gives nowhere else.
 */
export const unreachableCause = (
  error: unknown,
  proxyErrors: WeakSet<object>,
  signal: AbortSignal | undefined,
): { readonly cause: UnreachableCause; readonly code: string } => {
  if (signal?.aborted === true) return { cause: "aborted", code: "aborted" };
  const code = codeOf(error);
  const refusal = TUNNEL_REFUSED.exec((error as Partial<Error> | undefined)?.message ?? "")?.[1];
  if (refusal !== undefined) return { cause: "proxy", code: `proxy ${refusal}` };
  if (typeof error === "object" && error !== null && proxyErrors.has(error)) return { cause: "proxy", code };
  return { cause: CAUSES.find(([pattern]) => pattern.test(code))?.[1] ?? "other", code };
};

/** An `AggregateError` (several addresses tried) carries the code of the first; older ones only in `errors`. */
const codeOf = (error: unknown): string => {
  const { code, name, errors } = (error ?? {}) as { code?: unknown; name?: unknown; errors?: readonly unknown[] };
  if (typeof code === "string") return code;
  if (errors?.[0] !== undefined) return codeOf(errors[0]);
  return typeof name === "string" ? name : "unknown";
};

const TUNNEL_REFUSED = /^Proxy response \((\d{3})\)/;

/** Codes: Node's "Common system errors" and "TLS" pages, OpenSSL's verification codes, undici's Errors.md. */
const CAUSES: readonly (readonly [RegExp, UnreachableCause])[] = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_\w+|ENODATA)$/, "dns"],
  [/^ECONNREFUSED$/, "refused"],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, "reset"],
  [/^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, "timeout"],
  [/^UND_ERR_PRX_TLS$/, "proxy"],
  [/^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/, "tls"],
  [/^(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO)$/, "tls"],
  [/^(UND_ERR_ABORTED|UND_ERR_CLOSED|UND_ERR_DESTROYED|AbortError)$/, "aborted"],
];
