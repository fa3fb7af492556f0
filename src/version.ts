declare const CHORUS_VERSION: string | undefined;

/** Set by the build from package.json. */
export const VERSION: string = typeof CHORUS_VERSION === "undefined" ? "0.0.0-dev" : CHORUS_VERSION;

declare const CHORUS_BUILD: string | undefined;

/** Fingerprint of what it was built from: two programs of one version may differ. Undefined where it runs from its sources. */
export const BUILD: string | undefined = typeof CHORUS_BUILD === "undefined" ? undefined : CHORUS_BUILD;
