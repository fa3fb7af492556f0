/** The keys that belong to a word, besides its address; what else somebody wrote there is theirs. */
export const ATTESTATION_KEYS: readonly string[] = ["by", "at", "seen", "accepted", "until", "evidence", "covers"];
