declare const CHORUS_VERSION: string | undefined;

/** Set by the build from package.json. */
export const VERSION: string = typeof CHORUS_VERSION === "undefined" ? "0.0.0-dev" : CHORUS_VERSION;
