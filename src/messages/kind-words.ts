import type { KindName } from "../model/address.ts";
import { kindsEn } from "./en/kinds.ts";
import { kindsFr } from "./fr/kinds.ts";
import type { Language } from "./language.ts";

/** What no code says of a kind: one that lacks its words does not compile. */
export type KindWords = Readonly<Record<KindName, { readonly address: string; readonly is: string; readonly proof: string }>>;

export const kindWords = (language: Language): KindWords => (language === "fr" ? kindsFr : kindsEn);
