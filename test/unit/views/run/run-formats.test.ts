import { readFileSync } from "node:fs";
import { warning } from "@actions/core";
import { Ajv } from "ajv";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it, vi } from "vitest";
import type { ApplyEvent } from "../../../../src/apply/events.ts";
import { plan, type PlanInput } from "../../../../src/plan/plan.ts";
import type { SealedPlan } from "../../../../src/plan/plan-document.ts";
import { sealPlan } from "../../../../src/plan/seal-plan.ts";
import { fitBlocks } from "../../../../src/views/formats/fitted-blocks.ts";
import { workflowCommand } from "../../../../src/views/formats/workflow-command.ts";
import { renderDiagnosticsGithub, renderRunGithub } from "../../../../src/views/run/run-github.ts";
import { renderRunGitlab } from "../../../../src/views/run/run-gitlab.ts";
import { renderRunMarkdown } from "../../../../src/views/run/run-markdown.ts";
import { renderRunNdjson } from "../../../../src/views/run/run-ndjson.ts";
import type { ToldRun } from "../../../../src/views/run/told-run.ts";
import { clientsInput } from "../../../support/report-world.ts";
import { freshInput, halfWayInput, PARIS } from "../fixtures/half-way.ts";
import { doubtfulInput, ediInput, inOrderInput, manyInput, offlineInput } from "../fixtures/other-plans.ts";

const INPUTS = [halfWayInput, freshInput, () => manyInput(20), ediInput, doubtfulInput, offlineInput, inOrderInput] as const;

const FR = { language: "fr", timeZone: PARIS, place: "chorus.config.yaml" } as const;

const toldOf = (input: PlanInput, events: readonly ApplyEvent[] = []): ToldRun & { readonly sealed: SealedPlan } => {
  const made = plan(input);
  return { command: "plan", document: made.document, sealed: sealPlan(made), events };
};

const html = (markdown: string): string => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

describe("a run as events", () => {
  const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`../../../../schemas/${name}.schema.json`, import.meta.url), "utf8")) as { readonly definitions: Record<string, unknown> };
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schemaOf("events"));
  const eventsOf = (told: ToldRun) => renderRunNdjson(told).trimEnd().split("\n").map((line) => JSON.parse(line) as { readonly event: string });

  it.each(INPUTS)("follows the schema, line by line (%#)", (input) => {
    for (const event of eventsOf(toldOf(input()))) {
      validate(event);
      expect(validate.errors).toBeNull();
    }
  });

  it("has every event of an apply", () => {
    const { document, sealed } = toldOf(halfWayInput());
    const [resource] = document.resources;
    const [condition] = resource?.conditions ?? [];
    if (resource === undefined || condition === undefined) throw new Error("a resource has a condition");
    const { address } = resource;
    const events: readonly ApplyEvent[] = [
      { event: "became-true", address, condition },
      { event: "drifted", address, condition },
      { event: "attested", address },
      { event: "wrote", address, arguments: { reception: "true" } },
      { event: "write-refused", address, status: 403 },
      { event: "held", address, change: "new-step" },
      { event: "recorded", file: "chorus.state.jsonl", subjects: 3 },
    ];
    const told = eventsOf({ command: "apply", document, sealed, events });
    for (const event of told) {
      validate(event);
      expect(validate.errors).toBeNull();
    }
    expect(told.map(({ event }) => event).slice(0, events.length + 1)).toEqual(["run-started", ...events.map(({ event }) => event)]);
    expect(told.at(-1)?.event).toBe("summary");
  });

  it("says the same of what a plan says too", () => {
    const [events, plans] = [schemaOf("events").definitions, schemaOf("plan").definitions];
    const shared = Object.keys(events).filter((name) => name in plans);
    expect(shared.length).toBeGreaterThan(10);
    for (const name of shared) expect([name, events[name]]).toEqual([name, plans[name]]);
  });
});

describe("a run as Markdown", () => {
  it.each(["fr", "en"] as const)("half-way, in %s", async (language) => {
    await expect(renderRunMarkdown(toldOf(halfWayInput()), { ...FR, language })).toMatchFileSnapshot(`half-way.${language}.md`);
  });

  it("begins with a comment that nobody sees, the same for the same configuration", () => {
    const [first] = renderRunMarkdown(toldOf(halfWayInput()), FR).split("\n");
    expect(first).toMatch(/^<!-- chorus:plan:[0-9a-f]{16} -->$/);
    expect(renderRunMarkdown(toldOf(inOrderInput()), FR).split("\n")[0]).toBe(first);
    expect(renderRunMarkdown(toldOf(inOrderInput()), { ...FR, place: "autre/chorus.config.yaml" }).split("\n")[0]).not.toBe(first);
  });

  it("gives the same bytes an hour later, on the same records", () => {
    const input = offlineInput();
    expect(renderRunMarkdown(toldOf({ ...input, nowMs: input.nowMs + 3_600_000 }), FR)).toBe(renderRunMarkdown(toldOf(input), FR));
  });

  it("is a table with a row a step, folded", () => {
    const told = toldOf(halfWayInput());
    const page = html(renderRunMarkdown(told, FR));
    expect(page.match(/<tr>/g)?.length).toBe(told.document.steps.length + 1);
    expect(page).toMatch(/<details>\s*<summary>/);
  });

  it("fits where GitHub takes it, with thousands of clients, and says what it leaves out", async () => {
    const told = toldOf(await clientsInput(3000));
    const text = renderRunMarkdown(told, FR);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain("n'a pas la place de montrer");
    expect(html(text)).toMatch(/<\/details>[\s\S]*<sub>/);
  });

  it("makes nothing of a name that looks like markup", () => {
    for (const name of HOSTILE) {
      const input = halfWayInput();
      const { production } = input.desired.environments;
      const contacts = { contact: { nom: name, email: name, telephone: name } };
      if (production === undefined) throw new Error("there is a production");
      const structures = { ...production.structures, [name]: { ...Object.values(production.structures)[0], identifiant: "73282932000108" } as never };
      const desired = { ...input.desired, contacts, gestionnaires: { finances: { nom: name } }, environments: { ...input.desired.environments, production: { ...production, structures } } };
      const markdown = renderRunMarkdown(toldOf({ ...input, desired }), FR);
      const whole = html(markdown);
      // Where mentions and references are looked for: GitHub's and GitLab's filters go through the texts of a page.
      for (const node of whole.split(/<[^>]*>/)) expect(node).not.toMatch(/@\w|[#!]\d|\bGH-\d/);
      const page = whole.replaceAll("<!-- -->", "").replaceAll(/<\/?(details|summary|sub|br|table|thead|tbody|tr|th|td|p|ul|li|h3|strong)( align="right")?>|<!-- chorus:plan:[0-9a-f]{16} -->/g, "");
      expect([name, page.match(/<[^>]*>/g)]).toEqual([name, null]);
    }
  });
});

describe("blocks that must fit", () => {
  it("keep their frames, and are never longer than allowed", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 300 }), { maxLength: 60 }), { maxLength: 5 }), (rows) => {
        const blocks = rows.map((own, index) => ({ before: [`begin ${index}`], rows: own, after: [`end ${index}`], more: (left: number) => `${left} more` }));
        const text = fitBlocks(blocks, 3000);
        expect(text.length).toBeLessThanOrEqual(3000);
        for (const index of rows.keys()) expect(text).toMatch(new RegExp(`begin ${index}[\\s\\S]*end ${index}`));
      }),
    );
  });
});

describe("a run as GitHub's annotations", () => {
  it("is escaped as GitHub's own library does", () => {
    const write = vi.spyOn(process.stdout, "write");
    try {
      fc.assert(
        fc.property(TEXT, TEXT, TEXT, (message, title, file) => {
          write.mockReturnValue(true);
          warning(message, { title, file });
          const theirs = String(write.mock.lastCall?.[0]).replaceAll("\r\n", "\n");
          expect(workflowCommand("warning", message, { title, file })).toBe(theirs);
        }),
      );
    } finally {
      write.mockRestore();
    }
  });

  it("is one line each, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(workflowCommand("error", text, { title: text }).slice(0, -1)).not.toMatch(/[\r\n\u2028\u2029]/);
      }),
    );
  });

  it("says what it comes to, and no more than GitHub shows", async () => {
    const lines = renderRunGithub(toldOf(await clientsInput(3000)), FR).trimEnd().split("\n");
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/^::notice title=Chorus::Plan /);
  });

  it("puts what is wrong where it stands", () => {
    const where = { file: "clients,1.csv", line: 3, column: 5, endColumn: 9 };
    const text = renderDiagnosticsGithub([{ code: "CHR-SIRET-SIREN", severity: "error", arguments: { identifiant: "732829320" }, where }], "en");
    expect(text).toMatch(/^::error file=clients%2C1\.csv,line=3,col=5,endColumn=9,title=[^:]*\(CHR-SIRET-SIREN\)::[^\n]*%0A[^\n]*\n$/);
  });
});

describe("a run for GitLab's widget", () => {
  it.each(INPUTS)("is what its parser reads: three whole numbers (%#)", (input) => {
    const told = toldOf(input());
    const counts = JSON.parse(renderRunGitlab(told)) as Record<string, unknown>;
    // lib/gitlab/ci/parsers/terraform/tfplan.rb: `(%w[create update delete] - plan_data.keys).empty?`, then numbers.
    expect(Object.keys(counts)).toEqual(["create", "update", "delete"]);
    expect(Object.values(counts).every((count) => Number.isSafeInteger(count))).toBe(true);
    expect(Object.values(counts).reduce<number>((sum, count) => sum + Number(count), 0)).toBe(told.document.steps.flatMap(({ items }) => items).length);
  });
});

/** Without what a terminal would obey, which ours spells out. */
const TEXT = fc.array(fc.constantFrom("a", "é", "%", ":", ",", "::", "\n", "%0A", "=", " ", "error"), { maxLength: 12 }).map((parts) => `x${parts.join("")}`);

const HOSTILE = [
  "[lien](https://exemple.fr)",
  "![image](https://exemple.fr/x.png)",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</details><h1>",
  "@equipe/admin",
  "a@exemple.fr",
  "#123 org/repo#4 GH-5",
  "https://exemple.fr www.exemple.fr",
  "`code` **gras** ~~barré~~ _italique_",
  "cellule | autre\n| --- |\n",
  "<!-- chorus:plan -->",
  "&lt;b&gt; &amp;",
  "\u202e\u0000\u001b[31m",
  "- [ ] tâche",
  "$a^2$ [^1]",
];
