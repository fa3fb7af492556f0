import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { plan, type PlanInput } from "../../../src/plan/plan.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import type { ReviewDocument } from "../../../src/plan/review/review-document.ts";
import { reviewOf, type ReviewOptions } from "../../../src/plan/review/review-of.ts";
import { renderRunGithub } from "../../../src/views/run/run-github.ts";
import { renderRunGitlab } from "../../../src/views/run/run-gitlab.ts";
import { renderRunMarkdown } from "../../../src/views/run/run-markdown.ts";
import { renderRunNdjson } from "../../../src/views/run/run-ndjson.ts";
import { clientsInput } from "../../support/report-world.ts";
import { halfWayInput, PARIS } from "../views/fixtures/half-way.ts";

const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), "utf8")) as object;

const validatorOf = (name: string) => new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schemaOf(name));

const FR = { language: "fr", timeZone: PARIS } as const;

interface Compared {
  readonly before: PlanInput;
  readonly now: PlanInput;
}

const compare = ({ before, now }: Compared, options: Partial<ReviewOptions> = {}) => {
  const planned = plan(now);
  const review = reviewOf(plan(before), planned, { against: "origin/main", moved: [], ...options });
  return { command: "plan" as const, document: planned.document, sealed: sealPlan(planned), events: [], review };
};

/** Production without some structures, or with others. */
const withStructures = (input: PlanInput, change: (structures: Record<string, unknown>) => void): PlanInput => {
  const desired = structuredClone(input.desired);
  change(desired.environments.production?.structures as unknown as Record<string, unknown>);
  return { ...input, desired };
};

const grown = async (count: number): Promise<Compared> => {
  const now = await clientsInput(count);
  return {
    now: withStructures(now, (structures) => Object.assign(structures["C00000"] as object, { etat: "sortant" })),
    before: withStructures(now, (structures) => {
      for (const name of Object.keys(structures).slice(1, 13)) delete structures[name];
    }),
  };
};

describe("a review", () => {
  it("follows its schema, and its events theirs", async () => {
    const [review, event] = [validatorOf("review"), validatorOf("events")];
    for (const told of [compare({ before: halfWayInput(), now: halfWayInput() }), compare(await grown(60), { maxChanges: 3 })]) {
      review(told.review);
      expect(review.errors).toBeNull();
      for (const line of renderRunNdjson(told).trimEnd().split("\n")) {
        event(JSON.parse(line));
        expect(event.errors).toBeNull();
      }
    }
  });

  it("says of the same twice that nothing changes", () => {
    const { review } = compare({ before: halfWayInput(), now: halfWayInput() });
    expect(review).toMatchObject({ subjects: [], steps: { added: [], changed: [], removed: [] }, unobserved: 0, stops: [] } satisfies Partial<ReviewDocument>);
  });

  it("is as long with 2,000 clients as with 60, in every format", async () => {
    const [few, many] = [compare(await grown(60)), compare(await grown(2000))];
    expect(many.review.subjects.map(({ name, change }) => `${change} ${name}`)).toEqual(few.review.subjects.map(({ name, change }) => `${change} ${name}`));
    for (const render of [(told: typeof few) => renderRunMarkdown(told, FR), (told: typeof few) => JSON.stringify(told.review), renderRunNdjson]) {
      expect(render(many).length).toBeLessThan(render(few).length * 1.1);
    }
    expect(renderRunMarkdown(many, FR)).toContain("11 clients");
  });

  it("has its steps on GitLab's widget and its stops in sight", async () => {
    const told = compare(await grown(60), { maxChanges: 3 });
    const counts = JSON.parse(renderRunGitlab(told)) as Record<string, number>;
    const items = [...told.review.steps.added, ...told.review.steps.changed].flatMap((step) => step.items);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(items.length);
    expect(renderRunGithub(told, FR)).toMatch(/^::notice title=Chorus %3A ce que cette demande change::/);
    expect(renderRunMarkdown(told, FR)).toContain("Arrêt : ");
  });

  it("makes nothing of a name that looks like markup", () => {
    for (const name of ["[a](https://b.fr)", "<img src=x>", "@equipe #12", "a | b\n| --- |", "</details>"]) {
      const now = withStructures(halfWayInput(), (structures) => {
        structures[name] = { ...(structures["nantes"] as object), identifiant: "73282932000108" };
      });
      const page = micromark(renderRunMarkdown(compare({ before: halfWayInput(), now }), FR), { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
      for (const node of page.split(/<[^>]*>/)) expect(node).not.toMatch(/@\w|#\d/);
      expect(page).not.toMatch(/<a |<img|<\/details>[^\n]*73282932000108/);
    }
  });
});
