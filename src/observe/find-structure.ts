import { isIdentifierType, type IdentifierType } from "../model/identifier.ts";
import type { Outcome } from "../piste/outcome.ts";
import { lookAgain } from "./look-again.ts";
import { lacking, listAt, numberAt, textAt } from "./read-body.ts";
import type { Caller, Session } from "./session.ts";

/** A structure as `structures/rechercher` shows it; undefined where the search found none. */
export interface FoundStructure {
  readonly structureId: string | undefined;
  readonly standing: "active" | "inactive" | "unclear";
}

/** Looks one structure up by its identifier, and again where it finds none. Undefined where the API is not selected. */
export const findStructure = (session: Session, caller: Caller, sought: Sought): Promise<Outcome<FoundStructure | undefined> | undefined> =>
  lookAgain(
    (round) => session.once(`find ${caller.account} ${sought.identifierType} ${sought.identifier} ${round}`, () => lookUp(session, caller, sought)),
    (found) => found !== undefined,
  );

export interface Sought {
  readonly identifier: string;
  readonly identifierType: IdentifierType;
}

const lookUp = async (session: Session, caller: Caller, { identifier, identifierType }: Sought): Promise<Outcome<FoundStructure | undefined> | undefined> => {
  if (!session.selects("structures")) return undefined;
  const outcome = await session.call(caller, "structures.rechercher", {
    body: {
      structure: { identifiantStructure: identifier, typeIdentifiantStructure: identifierType },
      parametres: { nbResultatsParPage: 10, pageResultatDemandee: 1 },
    },
  });
  if (!outcome.ok) return outcome;
  // No result may come as an empty list or as no list at all, always with codeRetour 0.
  const list = listAt(outcome.body, "listeStructures") ?? (textAt(outcome.body, "codeRetour") === "0" ? [] : undefined);
  const total = numberAt(outcome.body, "parametresRetour", "total") ?? 0;
  if (list === undefined || (list.length === 0 && total > 0)) return lacking(outcome, "/listeStructures");
  const line = list.find((one) => isSought(one, { identifier, identifierType }));
  const unclear = list.findIndex((one) => mayBeSought(one, identifier));
  if (line === undefined && unclear !== -1) return lacking(outcome, `/listeStructures/${unclear}/typeIdentifiantStructure`);
  const body = line === undefined ? undefined : { structureId: textAt(line, "idStructureCPP"), standing: standingOf(textAt(line, "statut")) };
  return { ...outcome, body };
};

/** The search may match more than was asked for: only the very identifier counts. */
const isSought = (line: unknown, { identifier, identifierType }: Sought): boolean =>
  textAt(line, "identifiantStructure") === identifier &&
  (textAt(line, "typeIdentifiantStructure") ?? identifierType) === identifierType;

/** Its type is a word that no description has: neither is it the one, nor is it another. */
const mayBeSought = (line: unknown, identifier: string): boolean => {
  const type = textAt(line, "typeIdentifiantStructure");
  return textAt(line, "identifiantStructure") === identifier && type !== undefined && !isIdentifierType(type);
};

/** Either gender of the word is accepted. */
const standingOf = (status: string | undefined): FoundStructure["standing"] => {
  if (status === "ACTIVE" || status === "ACTIF") return "active";
  return status === "INACTIVE" || status === "INACTIF" ? "inactive" : "unclear";
};
