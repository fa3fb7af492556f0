import type { IdentifierType } from "../model/identifier.ts";
import type { AccountAccess } from "../piste/client.ts";
import type { Outcome } from "../piste/outcome.ts";
import { listAt, textAt } from "./read-body.ts";
import type { Session } from "./session.ts";

/** A structure as `structures/rechercher` shows it; undefined where the search found none. */
export interface FoundStructure {
  readonly structureId: string | undefined;
  readonly status: string | undefined;
}

/** Looks one structure up by its identifier. Undefined where the API is not selected. */
export const findStructure = (
  session: Session,
  account: string,
  access: AccountAccess,
  { identifier, identifierType }: Sought,
): Promise<Outcome<FoundStructure | undefined> | undefined> =>
  session.once(`find ${account} ${identifierType} ${identifier}`, async () => {
    if (!session.selects("structures")) return undefined;
    const outcome = await session.call(account, access, "structures.rechercher", {
      body: {
        structure: { identifiantStructure: identifier, typeIdentifiantStructure: identifierType },
        parametres: { nbResultatsParPage: 10, pageResultatDemandee: 1 },
      },
    });
    if (!outcome.ok) return outcome;
    // No result may come as an empty list or as no list at all, always with codeRetour 0.
    const list = listAt(outcome.body, "listeStructures") ?? (textAt(outcome.body, "codeRetour") === "0" ? [] : undefined);
    if (list === undefined) {
      return { ok: false, failure: { code: "unexpected", status: 200, detail: "listeStructures" }, trace: outcome.trace };
    }
    const line = list.find((one) => isSought(one, { identifier, identifierType }));
    const body = line === undefined ? undefined : { structureId: textAt(line, "idStructureCPP"), status: textAt(line, "statut") };
    return { ...outcome, body };
  });

export interface Sought {
  readonly identifier: string;
  readonly identifierType: IdentifierType;
}

/** The search may match more than was asked for: only the very identifier counts. */
const isSought = (line: unknown, { identifier, identifierType }: Sought): boolean =>
  textAt(line, "identifiantStructure") === identifier &&
  (textAt(line, "typeIdentifiantStructure") ?? identifierType) === identifierType;
