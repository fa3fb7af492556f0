import { describe, expect, it } from "vitest";
import { DAY_MS, toInstant } from "../../../../src/model/instant.ts";
import type { Plan } from "../../../../src/plan/plan.ts";
import { guideReferences } from "../../../../src/plan/report/guide-references.ts";
import { reportOf } from "../../../../src/plan/report/report-of.ts";
import { resourceAt } from "../../../support/hand-made.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const ago = (days: number) => toInstant(NOW_MS - days * DAY_MS);
const verified = (days: number) => ({ proof: "verified", provenAt: ago(days) });
const structure = (name: string) => ({ identifiant: name, type: "SIRET", gestionnaire: "finances" });

/** What stands at an address: its status, and its conditions. */
type Standing = readonly [status: string, conditions: readonly object[], more?: object];

/** A plan of what stands and of its steps, as `[action, items]`. */
const planOf = (standing: Readonly<Record<string, Standing>>, steps: readonly (readonly [string, readonly object[]])[] = [], attestations: ReadonlyMap<string, object> = new Map()): Plan =>
  ({
    assessed: Object.entries(standing).map(([address, [, , more]]) => ({ resource: resourceAt(address, more), conditions: [] })),
    input: {
      desired: { network: "rie", renewProofAfter: "30d", gestionnaires: {}, environments: { production: { structures: { lyon: structure("lyon"), nantes: structure("nantes") } }, qualification: { structures: { lyon: structure("lyon") } } } },
      attestations,
      nowMs: NOW_MS,
    },
    document: {
      createdAt: toInstant(NOW_MS),
      topology: "direct",
      offline: false,
      environments: [{ environment: "qualification" }, { environment: "production" }],
      resources: Object.entries(standing).map(([address, [status, conditions, more]]) => ({ address, kind: address.split("/")[1], status, conditions, ...more })),
      steps: steps.map(([action, items], index) => ({ number: index + 1, action, environment: "production", actor: { role: "gestionnaire", name: "finances" }, why: "missing", waitsFor: [], items })),
      notices: [],
    },
  }) as unknown as Plan;

const LYON = "production/structure/lyon";
const NANTES = "production/structure/nantes";

it("says first what it is, when it was made and of what, and from where portals are opened", () => {
  expect(reportOf(planOf({}))).toMatchObject({ format: "chorus-report", version: 1, createdAt: toInstant(NOW_MS), topology: "direct", offline: false, network: "rie", rows: [], shared: [] });
});

describe("a report's environments", () => {
  const { environments } = reportOf(planOf({
    "qualification/structure/lyon": ["in-order", [{ proof: "inferred", provenAt: ago(9) }, verified(3), verified(8), verified(5), { proof: "verified" }]],
    "qualification/application/sandbox": ["in-order", [{ proof: "attested", provenAt: ago(7) }]],
    [LYON]: ["in-order", [verified(2)]],
    "production/espace/lyon/a": ["to-do", [{ proof: "verified", provenAt: ago(1) }], { drifted: true }],
    "production/espace/lyon/b": ["unknown", [{ proof: "none" }]],
    [NANTES]: ["in-order", [verified(4)]],
    "production/espace/nantes/a": ["to-do", [{ proof: "none" }]],
  }));

  it("count their own rows, those in order, those that are no more as they were, and how they stand at each stage", () => {
    expect(environments).toStrictEqual([
      {
        environment: "qualification",
        rows: 2,
        inOrder: 2,
        drifted: 0,
        oldestProofAt: ago(8),
        stages: [{ kind: "application", attested: 1 }, { kind: "structure", inferred: 1 }],
      },
      { environment: "production", rows: 2, inOrder: 0, drifted: 1, oldestProofAt: ago(4), stages: [{ kind: "structure", proven: 2 }, { kind: "espace", toDo: 2 }] },
    ]);
  });

  it("count at a stage what rows share, for each of them", () => {
    const report = reportOf(planOf({
      "production/rattachement/t/lyon": ["in-order", [verified(1)]],
      "production/rattachement/t/nantes": ["unknown", [{ proof: "none" }], { waitsFor: ["production/compte-technique/t"] }],
      "production/compte-technique/t": ["to-do", [{ proof: "none" }]],
      "qualification/structure/lyon": ["in-order", [{ proof: "attested", provenAt: ago(7) }]],
    }));
    expect(report.shared).toHaveLength(1);
    expect(report.environments).toStrictEqual([
      { environment: "qualification", rows: 1, inOrder: 1, drifted: 0, stages: [{ kind: "structure", attested: 1 }] },
      { environment: "production", rows: 2, inOrder: 0, drifted: 0, oldestProofAt: ago(1), stages: [{ kind: "compte-technique", toDo: 2 }, { kind: "rattachement", waiting: 1, proven: 1 }] },
    ]);
  });
});

describe("a report's resources", () => {
  it("say how they stand, which step is open on them, and a person's word, where it says that it is so", () => {
    const word = { address: LYON, by: "Finances", at: ago(4), until: ago(-300), covers: "x" };
    const { resources } = reportOf(planOf(
      { [LYON]: ["in-order", [{ proof: "attested" }]], [NANTES]: ["accepted", [{ proof: "verified", provenAt: ago(3) }]], "production/espace/lyon/a": ["in-order", [verified(30)]], "production/espace/nantes/a": ["in-order", [verified(31)], { client: "C1" }] },
      [["open-espace", [{ address: "production/espace/nantes/b" }]], ["open-espace", [{ address: "production/espace/lyon/a" }]]],
      new Map([[LYON, { ...word, seen: "écran", evidence: "T-1" }], [NANTES, { ...word, accepted: "travaux" }]]),
    ));
    expect(resources).toStrictEqual([
      { address: LYON, kind: "structure", conditions: [{ proof: "attested" }], mark: "attested", word: { by: "Finances", at: ago(4), until: ago(-300), seen: "écran", evidence: "T-1" } },
      { address: NANTES, kind: "structure", conditions: [verified(3)], mark: "accepted" },
      { address: "production/espace/lyon/a", kind: "espace", conditions: [verified(30)], mark: "due", step: 2 },
      { address: "production/espace/nantes/a", kind: "espace", client: "C1", conditions: [verified(31)], mark: "stale" },
    ]);
  });
});

describe("a report's requests", () => {
  const item = (name: string, request?: object): object => ({ address: `production/espace/${name}/a`, arguments: {}, ...(request === undefined ? {} : { request }) });
  const report = reportOf(planOf(
    { "production/espace/lyon/a": ["to-do", [{ proof: "none" }], { client: "C1" }] },
    [
      ["open-espace", [item("lyon", { state: "asked", askedAt: ago(3.9), reminders: 1 }), item("unasked"), item("new", { state: "to-send", reminders: 0 }), item("later", { state: "to-send", reminders: 0, waitsFor: [2] }), item("last", { state: "to-send", reminders: 0, waitsFor: [2] })]],
      ["open-espace", [item("b", { state: "blocked", askedAt: ago(12), reminders: 0, waitsFor: [1] }), item("d", { state: "refused", reminders: 0 }), item("a", { state: "done", askedAt: ago(12), reminders: 0 }), item("c", { state: "asked", askedAt: ago(12), reminders: 0 })]],
    ],
  ));

  it("are those that somebody was asked, the oldest first", () => {
    const actor = { role: "gestionnaire", name: "finances" };
    const of = (name: string, state: string) => ({ address: `production/espace/${name}/a`, step: 2, actor, state, askedAt: ago(12), reminders: 0, days: 12 });
    expect(report.requests).toStrictEqual([
      of("a", "done"),
      { ...of("b", "blocked"), waitsFor: [1] },
      of("c", "asked"),
      { address: "production/espace/lyon/a", step: 1, client: "C1", actor, state: "asked", askedAt: ago(3.9), reminders: 1, days: 3 },
      { address: "production/espace/d/a", step: 2, actor, state: "refused", reminders: 0 },
    ]);
  });

  it("are told in their rows too", () => {
    expect(report.rows.map(({ name, request }) => [name, request])).toEqual([["lyon", { state: "asked", days: 3 }]]);
  });

  it("count those to send that can be done now", () => {
    expect(report.requestsToSend).toBe(1);
  });
});

it("names how steps are done, each guide once an environment, and says where nobody held it against its source for a year", () => {
  const step = (action: string, environment: string) => ({ action, environment });
  const steps = [step("open-espace", "production"), step("set-edi", "production"), step("open-espace", "production"), step("open-espace", "qualification")] as unknown as Parameters<typeof guideReferences>[0];
  const told = (nowMs: number) => guideReferences(steps, { desired: { network: "internet" } as Plan["input"]["desired"], nowMs }).map(({ action, environment, portal, url, stale }) => [action, environment, portal, url, stale]);
  const CHORUS_PRO = ["https://portail.chorus-pro.gouv.fr", "https://qualif.chorus-pro.gouv.fr/aife_qual"];
  const expected = (stale: true | undefined) => [
    ["open-espace", "production", "chorus-pro", CHORUS_PRO[0], stale],
    ["set-edi", "production", undefined, undefined, stale],
    ["open-espace", "qualification", "chorus-pro", CHORUS_PRO[1], stale],
  ];
  expect(told(Date.UTC(2026, 11, 1))).toEqual(expected(undefined));
  expect(told(Date.UTC(2028, 0, 1))).toEqual(expected(true));
});
