import { expect, it } from "vitest";
import type { Plan } from "../../../../src/plan/plan.ts";
import { planDigest } from "../../../../src/plan/plan-digest.ts";
import { reviewOf } from "../../../../src/plan/review/review-of.ts";
import { sealPlan } from "../../../../src/plan/seal-plan.ts";
import { resourceAt } from "../../../support/hand-made.ts";

interface Standing {
  readonly status?: string;
  readonly drifted?: boolean;
  readonly subject?: string;
}

const planOf = (standing: Readonly<Record<string, Standing>>, steps: readonly (readonly [why: string, addresses: readonly string[]])[] = []): Plan =>
  ({
    input: { desired: { environments: {} }, attestations: new Map() },
    assessed: Object.entries(standing).map(([address, { subject = address }]) => ({ resource: resourceAt(address, { subject }), conditions: [] })),
    document: {
      createdAt: "2026-11-24T08:12:00Z",
      topology: "direct",
      language: "fr",
      state: "copy",
      resources: Object.entries(standing).map(([address, { status = "in-order", drifted }]) => ({ address, kind: address.split("/")[1], status, conditions: [], ...(drifted === undefined ? {} : { drifted }) })),
      steps: steps.map(([why, addresses], index) => ({ number: index + 1, environment: "production", action: "open-espace", why, mode: "manual", actor: { role: "gestionnaire" }, provenBy: "api", waitsFor: [], items: addresses.map((address) => ({ address, arguments: {} })) })),
      notices: [],
    },
  }) as unknown as Plan;

const A = "production/structure/a";
const B = "production/structure/b";

it("says what changes, what nobody has seen yet, what stays open and what was so before", () => {
  const espaces = { "production/espace/a/x": { subject: A }, "production/espace/a/y": { subject: A }, "production/espace/b/x": { subject: B, status: "to-do" } };
  const steps = [["due", ["production/espace/a/x", "production/espace/a/y"]], ["missing", ["production/espace/b/x"]], ["due", ["production/edi/elsewhere"]]] as const;
  const before = planOf({ [A]: { status: "unknown" }, [B]: {}, ...espaces }, steps);
  const now = planOf(
    {
      [A]: { status: "unknown", drifted: true },
      [B]: { drifted: true, status: "to-do" },
      ...espaces,
      "production/structure/c": { status: "unknown" },
      "production/structure/d": { status: "to-do" },
      "production/structure/e": { drifted: true, status: "accepted" },
      "production/structure/f": { drifted: false, status: "accepted" },
    },
    steps,
  );
  const { steps: changed, ...review } = reviewOf(before, now, { against: "origin/main", moved: [], maxChanges: 3 });
  const added = (name: string) => ({ subject: `production/structure/${name}`, environment: "production", kind: "structure", name, change: "added" });
  expect(review).toStrictEqual({
    format: "chorus-review",
    version: 1,
    createdAt: "2026-11-24T08:12:00Z",
    topology: "direct",
    language: "fr",
    state: "copy",
    against: "origin/main",
    digest: planDigest(sealPlan(now)),
    subjects: ["c", "d", "e", "f"].map(added),
    unobserved: 1,
    unchanged: { steps: 3, due: 2, subjects: 3 },
    regressions: 2,
    stops: [{ stop: "changes", changes: 4, limit: 3 }],
  });
  expect(changed).toStrictEqual({ added: [], changed: [], removed: [] });
});

it("knows what was there under another name", () => {
  const moved = [{ from: "old", to: "new" }];
  const unknown = { status: "unknown" };
  expect(reviewOf(planOf({ "production/structure/old": unknown }), planOf({ "production/structure/new": unknown }), { against: "x", moved })).toMatchObject({ unobserved: 0, subjects: [] });
});
