/** The login that Chorus Pro gives to the first compte technique of a structure, by the structure's identifier. */
export const firstTechnicalLogin = (identifiant: string): string => `TECH_1_${identifiant}@cpro.fr`;

/** What a login of the usual forms says; undefined where it has another. */
export const parseTechnicalLogin = (login: string): TechnicalLogin | undefined => {
  const [, index, identifiant] = CURRENT.exec(login) ?? [];
  if (index !== undefined && identifiant !== undefined) return { identifiant, index: Number(index), isOld: false };
  const old = OLD.exec(login)?.[1];
  return old === undefined ? undefined : { identifiant: old, index: 1, isOld: true };
};

export interface TechnicalLogin {
  /** Of the structure on which the account was made. */
  readonly identifiant: string;
  /** Which of the structure's accounts it is, from 1. */
  readonly index: number;
  /** Of an account of production from before the logins of today. */
  readonly isOld: boolean;
}

const CURRENT = /^TECH_(\d+)_(.+)@cpro\.fr$/i;
/** `TECH_0<SIRET>@cpp2017.fr`; also seen in the form of today. */
const OLD = /^TECH_(?:0|\d+_)(.+)@cpp2017\.fr$/i;
