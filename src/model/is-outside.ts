import type { Actor } from "./step.ts";

/**
 * Whether somebody is to be asked: a gestionnaire principal, and the holder of a client's own PISTE account. Our PISTE
 * account is ours, whoever's application it holds.
 */
export const isOutside = ({ role, client }: Actor): boolean => role === "gestionnaire" || client !== undefined;
