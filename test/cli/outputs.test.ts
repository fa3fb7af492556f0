import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { chorus, practise, readLines, workIn, type Ran } from "./support.ts";

interface Place {
  readonly cwd: string;
  readonly change: (patch: unknown) => Promise<void>;
  readonly run: (args: readonly string[], variables?: Readonly<Record<string, string>>) => Promise<Ran>;
  readonly file: (name: string) => Promise<string>;
}

const place = async (yaml = DIRECT): Promise<Place> => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), yaml);
  const { variables, change } = await practise(directBut());
  return {
    cwd,
    change,
    run: (args, more = {}) => chorus(args, { cwd, variables: { ...variables, ...SECRETS, ...more } }),
    file: (name) => readFile(join(cwd, name), "utf8"),
  };
};

describe("--output", () => {
  it("tells one plan in every format", async () => {
    const { run, file, cwd } = await place();
    const files = ["json=plan.json", "markdown=comment.md", "ndjson=events.ndjson", "gitlab=widget.json", "text=plan.txt"];
    const args = ["plan", ...["text", "github", "github-summary", ...files].flatMap((output) => ["--output", output])];
    await writeFile(join(cwd, "summary.md"), "# Avant\n");
    const ran = await run(args, { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toMatch(/^Chorus · direct · 3 structures/);
    expect(ran.stderr).toMatch(/^::notice title=Chorus::Plan /m);
    const plan = JSON.parse(await file("plan.json")) as PlanDocument;
    const events = (await readLines(join(cwd, "events.ndjson"))) as readonly { readonly event: string; readonly summary?: unknown }[];
    expect(events[0]).toMatchObject({ event: "run-started", command: "plan", offline: false });
    expect(events.at(-1)).toMatchObject({ event: "summary", summary: plan.summary });
    expect(Object.keys(JSON.parse(await file("widget.json")) as object)).toEqual(["create", "update", "delete"]);
    expect(await file("plan.txt")).toMatch(/^Chorus · direct · 3 structures/);
    const comment = await file("comment.md");
    expect(comment).toMatch(/^<!-- chorus:plan:[0-9a-f]{16} -->\n### Chorus/);
    expect(await file("summary.md")).toBe(`# Avant\n${comment}`);
  });

  it("gives the same comment when it runs again", async () => {
    const { run, file } = await place();
    await run(["refresh"]);
    await run(["plan", "--offline", "--output", "markdown=a.md"]);
    await run(["plan", "--offline", "--output", "markdown=b.md"]);
    expect(await file("a.md")).toBe(await file("b.md"));
  });

  it.each(["text", "json", "markdown", "ndjson", "gitlab"])("%s alone is what --format gives", async (format) => {
    const { run } = await place();
    const [output, short] = [await run(["plan", "--offline", "--output", format]), await run(["plan", "--offline", "--format", format])];
    expect(output.code).toBe(0);
    const at = (text: string): string => text.replaceAll(/\d\d:\d\d(:\d\dZ)?/g, "");
    expect(at(output.stdout)).toBe(at(short.stdout));
  });

  it.each([
    ["two on stdout", ["--output", "text", "--output", "json"], /--output text, --output json/],
    ["one by its short form", ["--format", "json", "--output", "markdown"], /--output json, --output markdown/],
    ["an unknown format", ["--output", "yaml=plan.yaml"], /« yaml=plan\.yaml »/],
    ["no name", ["--output", "json="], /« json= »/],
    ["a folder that is not there", ["--output", "json=nowhere/plan.json"], /nowhere\/plan\.json/],
    ["a summary where there is none", ["--output", "github-summary"], /GITHUB_STEP_SUMMARY/],
  ])("refuses %s before anything is done", async (_title, args, message) => {
    const { run } = await place();
    for (const command of ["plan", "apply", "refresh"]) {
      const ran = await run([command, ...args]);
      expect(ran).toMatchObject({ code: 1, stdout: "" });
      expect(ran.stderr).toContain("CHR-USAGE");
      expect(ran.stderr).toMatch(message);
    }
  });

  it("annotates what ended the run, where it stands", async () => {
    const { run } = await place(DIRECT.replace("73282932000082", "73282932000083"));
    const ran = await run(["plan", "--offline", "--output", "github", "--lang", "en"]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^::error file=chorus\.config\.yaml,line=\d+,col=\d+,endColumn=\d+,title=[^\n]*\(CHR-[A-Z-]+\)::/m);
  });
});

describe("what an apply and a refresh did", () => {
  it("is told in every format, and only there where stdout is not for people", async () => {
    const { run, cwd, file } = await place();
    const refreshed = await run(["refresh", "--format", "ndjson"]);
    const [started, recorded] = refreshed.stdout.split("\n").map((line) => (line === "" ? {} : JSON.parse(line)) as object);
    expect(started).toMatchObject({ command: "refresh" });
    expect(recorded).toMatchObject({ event: "recorded", file: "chorus.state.jsonl" });
    const again = await run(["refresh"]);
    expect(again.stdout).toBe("Rien n'a changé : rien n'est écrit.\n");
    const applied = await run(["apply", "--output", "json", "--output", "ndjson=events.ndjson", "--output", "text=apply.txt", "--output", "github-summary=summary.md"]);
    expect(applied.code).toBe(0);
    expect(JSON.parse(applied.stdout)).toMatchObject({ format: "chorus-plan" });
    const [first] = (await readLines(join(cwd, "events.ndjson"))) as readonly object[];
    expect(first).toMatchObject({ command: "apply" });
    expect(await file("apply.txt")).toContain("PRODUCTION");
    expect(await file("summary.md")).toMatch(/^<!-- chorus:apply:/);
  });
});
