import { DAY_MS, toMs, type Instant } from "../../model/instant.ts";
import type { Line } from "./layout.ts";
import type { PlannedResource } from "../../plan/plan-document.ts";
import { nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";

interface Deadline {
  readonly at: Instant;
  readonly subject: string;
  readonly what: string;
}

/** What ends and when, the nearest first: passwords, and attestations that are soon to be given again. */
export const deadlineLines = (scene: Scene): readonly Line[] => {
  const { words, dates, document } = scene;
  const deadlines = document.resources.flatMap((resource) => deadlinesOf(resource, scene)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (deadlines.length === 0) return [];
  const most = deadlines.slice(0, MOST_DEADLINES);
  const rest = deadlines.length - most.length;
  return [
    { indent: 0, text: words.status.deadlines, style: "heading" },
    ...most.map(({ at, subject, what }): Line => {
      const days = dates.days(document.createdAt, at);
      const when = days > 0 ? words.status.deadline(dates.date(at), days) : words.status.expired(dates.date(at));
      return { indent: 2, leads: [{ text: when, width: DATE_WIDTH, style: days <= SOON_DAYS ? "warning" : "lead" }], text: `${subject}${words.words.colon}${what}` };
    }),
    ...(rest > 0 ? [{ indent: 2, text: words.status.more(rest), style: "quiet" as const }] : []),
  ];
};

const deadlinesOf = ({ address, conditions }: PlannedResource, scene: Scene): readonly Deadline[] => {
  const { status, words } = scene.words;
  const named = nameAddress(address, scene);
  const subject = `${named.name}, ${named.claim} (${words.environments[address.startsWith("production/") ? "production" : "qualification"]})`;
  const horizon = toMs(scene.document.createdAt) + ATTESTATIONS_DAYS * DAY_MS;
  return conditions.flatMap(({ fact, evidence }): readonly Deadline[] => {
    if (fact?.fact === "expiry") return [{ at: fact.expiresAt, subject, what: status.passwordEnds }];
    return evidence?.by === "attestation" && toMs(evidence.until) < horizon ? [{ at: evidence.until, subject, what: status.attestationEnds }] : [];
  });
};

const SOON_DAYS = 30;
/** An attestation that holds for longer is nobody's concern yet. */
const ATTESTATIONS_DAYS = 60;
const MOST_DEADLINES = 20;
const DATE_WIDTH = 26;
