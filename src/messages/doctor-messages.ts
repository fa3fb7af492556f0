import type { CableReason, CheckName, CheckStatus, MissingSecret } from "../doctor/doctor-document.ts";
import { doctorEn } from "./en/doctor.ts";
import { doctorFr } from "./fr/doctor.ts";
import type { Language } from "./language.ts";
import type { Counted } from "./shape.ts";

/** What `chorus doctor` says, beside the reasons and causes of plans. */
export interface DoctorWords {
  readonly header: (at: string, version: string) => string;
  readonly names: Readonly<Record<CheckName, string>>;
  readonly counts: Readonly<Record<CheckStatus, Counted>>;
  readonly reasons: Readonly<Record<CableReason, string>>;
  readonly of: Readonly<Record<MissingSecret["of"], (name: string) => string>>;
  /** Why a secret is missing. */
  /** Of a file that holds secrets. */
  readonly exposed: (file: string) => string;
  readonly missing: Readonly<Record<string, string>>;
  readonly storeSecret: string;
  readonly found: Counted;
  readonly ahead: (seconds: number) => string;
  readonly lives: (seconds: number) => string;
  readonly milliseconds: (ms: number) => string;
  readonly tries: Counted;
  readonly roots: Readonly<Record<string, string>>;
  readonly certificate: (subject: string, issuer: string, from: string, until: string) => string;
  readonly waits: (what: string) => string;
  readonly elsewhere: Readonly<Record<"accepted" | "refused" | "unclear", (environment: string) => string>>;
  /** Of many of a kind, the first and the last, counted from 1. */
  readonly range: (name: string, first: number, last: number) => string;
  readonly more: Counted;
  readonly notTried: (applications: number, accounts: number) => string;
  readonly allFine: string;
  readonly noneFailed: Counted;
  readonly closing: (failed: number, first: string) => string;
  readonly nothing: string;
}

export const doctorMessages = (language: Language): DoctorWords => (language === "fr" ? doctorFr : doctorEn);
