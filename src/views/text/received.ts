import { environmentOf } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Origin } from "../../model/origin.ts";
import type { PlannedCondition } from "../../plan/plan-document.ts";
import type { Line } from "./layout.ts";
import type { Scene } from "./scene.ts";

/** Facts that clients' machines proved: how many, whose proof, of when. */
export const receivedLines = (environment: EnvironmentName, { document, dates, words }: Scene): readonly Line[] => {
  const { proofs } = words;
  const origins = document.resources.flatMap(({ address, conditions: [first] }) =>
    environmentOf(address) === environment && first?.status === "true" && first.stale === undefined ? (originOf(first) ?? []) : [],
  );
  const [oldest] = origins.map(({ at }) => at).toSorted();
  if (oldest === undefined) return [];
  const byProof = [...groupBy(origins, ({ client, at }) => `${client}\n${at}`).values()];
  const clients = new Set(origins.map(({ client }) => client)).size;
  const texts =
    byProof.length > MOST
      ? [proofs.received(origins.length, proofs.fromMany(clients, dates.date(oldest)))]
      : byProof.flatMap((group) => group.slice(0, 1).map(({ client, at }) => proofs.received(group.length, proofs.from(client, dates.date(at)))));
  return texts.map((text) => ({ indent: 2, leads: [{ text: "✓", width: 3, style: "added" }], text, style: "quiet" }));
};

/** The proof that brought a condition, where it was got elsewhere. */
export const originOf = ({ evidence }: Pick<PlannedCondition, "evidence">): Origin | undefined =>
  evidence === undefined || evidence.by === "attestation" ? undefined : evidence.origin;

const MOST = 5;
