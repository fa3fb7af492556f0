import type { Outcome } from "../piste/outcome.ts";
import { textAt } from "./read-body.ts";
import type { Caller, Session } from "./session.ts";

/**
 * Bulk look-up of SIRETs in the Référentiel des organisations: status by identifier. The form of `IN` is not published:
 * an array is tried, then a text with commas; where neither is understood there is no bulk. What the answer leaves out
 * is not thereby absent: the single look-up says that.
 */
export const findInBulk = (
  session: Session,
  caller: Caller,
  identifiers: readonly string[],
): Promise<Outcome<ReadonlyMap<string, string>> | undefined> =>
  session.once(`bulk ${caller.account} ${identifiers[0]} ${identifiers.length}`, async () => {
    if (!session.selects("organisations")) return undefined;
    for (const val of [identifiers, identifiers.join(",")]) {
      const outcome = await session.call(caller, "organisations.structures-recherche", {
        body: { identifiant: { op: "IN", val }, _fields: ["identifiant", "typeIdentifiant", "status"] },
      });
      if (!outcome.ok && outcome.failure.code !== "reference" && outcome.failure.code !== "unexpected") return outcome;
      if (outcome.ok && Array.isArray(outcome.body)) return { ...outcome, body: toStatuses(outcome.body) };
    }
    return undefined;
  });

const toStatuses = (lines: readonly unknown[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const identifier = textAt(line, "identifiant");
      const status = textAt(line, "status");
      const isSiret = (textAt(line, "typeIdentifiant") ?? SIRET_TYPE) === SIRET_TYPE;
      return identifier === undefined || status === undefined || !isSiret ? [] : [[identifier, status] as const];
    }),
  );

/** `typeIdentifiant` of a SIRET in this API. */
const SIRET_TYPE = "0";

/** Identifiers in one bulk look-up: a cap of ours, the platform publishes none. */
export const BULK_SIZE = 50;
