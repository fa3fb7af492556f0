import { ESPACES } from "../catalogue/espaces.ts";
import type { ReadOperationId } from "../catalogue/operations.ts";
import type { Outcome } from "../piste/outcome.ts";
import { lacking, listAt, textAt } from "./read-body.ts";

/** The active structures on which an account may use an espace: `idStructureCPP` by identifier, where it is told. */
export type Enabled = ReadonlyMap<string, string | undefined>;

/** The list that tells of an espace; undefined where no API does. */
export const listOfEspace = (espace: string): ReadOperationId | undefined => ESPACES[espace]?.list;

/** A list without pages, asked for with an empty body. */
export const readEnabled = async (send: () => Promise<Outcome>): Promise<Outcome<Enabled>> => {
  const outcome = await send();
  if (!outcome.ok) return outcome;
  const list = listAt(outcome.body, "listeStructures");
  if (list === undefined) return lacking(outcome, "/listeStructures");
  const enabled = new Map<string, string | undefined>();
  for (const [index, line] of list.entries()) {
    const identifier = textAt(line, "identifiant");
    if (identifier === undefined) return lacking(outcome, `/listeStructures/${index}/identifiant`);
    enabled.set(identifier, textAt(line, "idStructureCPP"));
  }
  return { ...outcome, body: enabled };
};
