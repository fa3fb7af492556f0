import { parseAddress } from "../model/address.ts";
import { groupBy } from "../model/group-by.ts";
import { toMs, type Instant } from "../model/instant.ts";
import { DEADLINE_KINDS, type Deadline } from "../plan/deadline.ts";
import type { EnvironmentStatus, StatusDocument } from "../plan/status-document.ts";
import { renderGauges, type Gauge, type Sample } from "./formats/prometheus.ts";

/** The picture as gauges. Ends are moments, so that a rule can tell how near they are: `… - time() < 30 * 86400`. */
export const renderStatusPrometheus = ({ createdAt, environments, deadlines }: StatusDocument): string =>
  renderGauges([
    { name: "chorus_status_timestamp_seconds", help: "When this was written.", samples: [{ labels: {}, value: seconds(createdAt) }] },
    { name: "chorus_resources", help: "Things that must exist, by how they stand.", samples: environments.flatMap(resourceSamples) },
    {
      name: "chorus_steps",
      help: "Open steps. why: missing, unproven, contradicted, attestation-expired, due. waiting: another comes first.",
      samples: environments.flatMap(stepSamples),
    },
    { name: "chorus_clients", help: "Clients of whom nothing is asked at any stage, and all.", samples: environments.flatMap(clientSamples) },
    { name: "chorus_deadlines", help: "What ends, by kind and state.", samples: countSamples(deadlines) },
    {
      name: "chorus_next_deadline_timestamp_seconds",
      help: "When the first of a kind ends.",
      samples: nextSamples(deadlines),
    },
    {
      name: "chorus_password_expiry_timestamp_seconds",
      help: "When the password of a compte technique ends.",
      samples: deadlines.flatMap(passwordSample),
    },
    {
      name: "chorus_state_oldest_proof_timestamp_seconds",
      help: "When the oldest fact that an API proved was last seen.",
      samples: environments.flatMap(({ environment, oldestProofAt }) =>
        oldestProofAt === undefined ? [] : [{ labels: { environment }, value: seconds(oldestProofAt) }],
      ),
    },
  ] satisfies readonly Gauge[]);

const resourceSamples = ({ environment, proven, attested, toDo, unknown, accepted = 0, paused }: EnvironmentStatus): readonly Sample[] =>
  Object.entries({ proven, attested, "to-do": toDo, unknown, accepted, paused }).map(([status, value]) => ({ labels: { environment, status }, value }));

const stepSamples = ({ environment, steps }: EnvironmentStatus): readonly Sample[] =>
  steps.flatMap(({ mode, why, count, waiting }) => [
    { labels: { environment, mode, why, waiting: "no" }, value: count - waiting },
    { labels: { environment, mode, why, waiting: "yes" }, value: waiting },
  ]);

const clientSamples = ({ environment, clients }: EnvironmentStatus): readonly Sample[] =>
  clients === undefined
    ? []
    : [
        { labels: { environment, status: "in-order" }, value: clients.inOrder },
        { labels: { environment, status: "all" }, value: clients.clients },
      ];

const countSamples = (deadlines: readonly Deadline[]): readonly Sample[] =>
  alike(deadlines, ({ state }) => state).map((all) => ({ labels: { ...labelsOf(all[0]), state: all[0].state }, value: all.length }));

const nextSamples = (deadlines: readonly Deadline[]): readonly Sample[] =>
  alike(deadlines, () => "").map((all) => ({ labels: labelsOf(all[0]), value: seconds(earliest(all)) }));

const earliest = ([first, ...others]: readonly [Deadline, ...(readonly Deadline[])]): Instant =>
  others.reduce((least, { dueAt }) => (dueAt < least ? dueAt : least), first.dueAt);

type Group = readonly [Deadline, ...(readonly Deadline[])];

/** Deadlines of one environment and kind, and of what else is told apart, in a fixed order. */
const alike = (deadlines: readonly Deadline[], more: (deadline: Deadline) => string): readonly Group[] =>
  [...groupBy(deadlines, (one) => `${one.environment ?? ""} ${DEADLINE_KINDS.indexOf(one.kind)} ${more(one)}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => all as unknown as Group);

const labelsOf = ({ environment, kind }: Deadline): Readonly<Record<string, string>> => (environment === undefined ? { kind } : { environment, kind });

const passwordSample = ({ kind, environment, address, client, subject, dueAt }: Deadline): readonly Sample[] => {
  if (kind !== "password" || environment === undefined) return [];
  const account = parseAddress(address ?? "")?.names[0] ?? subject;
  return [{ labels: { environment, account, ...(client === undefined ? {} : { client }) }, value: seconds(dueAt) }];
};

const seconds = (at: Instant): number => toMs(at) / 1000;
