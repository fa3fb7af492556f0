/** One challenge of a `WWW-Authenticate` header (RFC 9110 §11.6.1, RFC 6750 §3); names and realm in lower case. */
export interface Challenge {
  readonly scheme: string;
  readonly realm?: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly [parameter: string]: string | undefined;
}

/** Challenges in the order of the header; what cannot be read is passed over. */
export const parseWwwAuthenticate = (header: string | undefined): readonly Challenge[] => {
  const challenges: Map<string, string>[] = [];
  for (const [, scheme, name, quoted, token] of (header ?? "").matchAll(SCHEME_OR_PARAMETER)) {
    if (scheme !== undefined) challenges.push(new Map([["scheme", scheme.toLowerCase()]]));
    else if (name !== undefined) {
      const value = quoted === undefined ? (token ?? "") : quoted.replaceAll(/\\(.)/g, "$1");
      challenges.at(-1)?.set(name.toLowerCase(), value);
    }
  }
  return challenges.map((challenge) => Object.fromEntries(challenge) as unknown as Challenge);
};

/** A scheme is a word before ` name=`; a parameter is `name="quoted"` or `name=token`. */
const SCHEME_OR_PARAMETER =
  /(?:^|[\s,])([A-Za-z][\w-]*)[ \t]+(?=[\w-]+[ \t]*=)|(?<![\w-])([\w-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;
