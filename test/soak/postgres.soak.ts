import { afterAll, beforeAll, expect, test } from "vitest";
import { address, type Address } from "../../src/model/address.ts";
import type { ResourceRecord } from "../../src/model/condition.ts";
import { toInstant } from "../../src/model/instant.ts";
import type { State, SubjectRecord } from "../../src/state/state.ts";
import type { StateStore } from "../../src/state/store.ts";
import { temporaryFolder } from "../support/files.ts";
import type { JudgedBar } from "../support/judge-bars.ts";
import { postgresPlace } from "../support/postgres-place.ts";
import { startPostgres, type PostgresServer } from "../support/postgres.ts";
import { openPlace } from "../support/store-place.ts";

// What a state in PostgreSQL costs as it grows: one of many is as near as one of few, and the whole grows with its rows.

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const [FEW, SOME, MANY] = [100, 10_000, 100_000];

test("PostgreSQL", async ({ task }) => {
  const few = await filled(FEW);
  const some = await filled(SOME);
  const many = await filled(MANY);
  const bars = [
    ratio(`read one of ${MANY} / of ${FEW}`, await inTurn(few, many, (store, round) => store.read(new Set([subjectOf(round % FEW)]))), 2),
    ratio(`write one of ${MANY} / of ${FEW}`, await inTurn(few, many, (store, round) => store.commit(recordsOf(round % FEW, round + 1).slice(0, 1), [])), 2),
    ratio(`read all of ${MANY} / of ${SOME}`, await inTurn(some, many, (store) => store.read(), 3), 11),
  ].flat();
  task.meta.bars = bars;
  expect(bars.filter(({ isMet }) => !isMet)).toEqual([]);
});

const filled = async (size: number): Promise<StateStore> => {
  const all = Array.from({ length: size }, (_, index) => recordsOf(index, 0)).flat();
  const state: State = {
    lineage: "measured",
    records: new Map(all.map(({ record }) => [record.address, record])),
    subjects: new Map(all.map(({ record, subject }) => [record.address, subject])),
  };
  const store = await openPlace({ ...(await postgresPlace(server)), folder: temporaryFolder() });
  await store.replace(state);
  return store;
};

/** Median milliseconds of each, measured in turn, so that both stand in the same weather. */
const inTurn = async (one: StateStore, other: StateStore, work: (store: StateStore, round: number) => Promise<unknown>, rounds = 40): Promise<readonly [number, number]> => {
  const taken: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, store] of [one, other].entries()) {
      const startedAt = performance.now();
      await work(store, round);
      taken[index as 0 | 1].push(performance.now() - startedAt);
    }
  }
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return [median(taken[0]), median(taken[1])];
};

const ratio = (what: string, [one, other]: readonly [number, number], most: number): readonly JudgedBar[] => {
  const seen = Number((other / one).toFixed(2));
  const shown = (of: string, ms: number): JudgedBar => ({ what: `  ms, ${of}`, seen: Number(ms.toFixed(1)), most: Number.POSITIVE_INFINITY, isMet: true });
  return [{ what, seen, most, isMet: seen < most }, shown("the small one", one), shown("the big one", other)];
};

const nameOf = (index: number): string => `etablissement-${String(index).padStart(6, "0")}`;

const subjectOf = (index: number): Address => address("production", "structure", nameOf(index));

/** A structure with what usually stands on its line. */
const recordsOf = (index: number, at: number): readonly SubjectRecord[] => {
  const [name, subject] = [nameOf(index), subjectOf(index)];
  const since = toInstant(at * 86_400_000);
  const evidence = { by: "api", request: "POST /cpro/utilisateurs/v1/monCompte/recuperer/rattachements", status: 200, correlationId: `Id-${index}`, tries: 1 } as const;
  const of = (resource: Address, type: "Active" | "Open" | "Declared" | "Attached", reason: ResourceRecord["conditions"][number]["reason"]): SubjectRecord => ({
    subject,
    record: { address: resource, covers: "0123abcd", conditions: [{ type, status: "true", reason, proof: "verified", since, provenAt: since, evidence }] },
  });
  return [
    of(subject, "Active", "structure-active"),
    of(address("production", "espace", name, "factures-emises"), "Open", "enabled"),
    of(address("production", "espace", name, "raccordements"), "Open", "enabled"),
    of(address("production", "raccordement", "principale", name), "Declared", "attested"),
    of(address("production", "rattachement", "principal", name), "Attached", "attached"),
  ];
};
