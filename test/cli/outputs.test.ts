import { once } from "node:events";
import { watch } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { startSimulator } from "../../src/simulator/simulator.ts";
import { chorus, practise, readLines, ROOT, start, workIn, type Ran } from "./support.ts";

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

const validatorOf = async (name: string) =>
  new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(JSON.parse(await readFile(join(ROOT, `schemas/${name}.schema.json`), "utf8")) as object);

describe("events", () => {
  it.each(["a file", "stdout"])("are in %s as they happen, in whole lines, each by the schema", async (where) => {
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    // The answers to the questions wait until the test has read the first event.
    const simulator = await startSimulator(directBut(), { now: () => Date.now(), random: () => Math.random(), faults: [{ fault: "slow-headers" }], sleep: () => gate });
    onTestFinished(() => simulator.close());
    const variables = { ...simulator.environmentVariables(), ...SECRETS, CHORUS_SIMULATOR_URL: simulator.url, CHORUS_TRUST: "loopback" };
    const file = join(cwd, "events.ndjson");
    const running = await start(["apply", "--non-interactive", "--output", where === "stdout" ? "ndjson" : "ndjson=events.ndjson"], { cwd, variables });
    const isEvent = await validatorOf("events");
    const first = where === "stdout" ? (await running.printed(/^\{.*\n/m))[0] : await firstLine(file);
    expect(JSON.parse(first)).toMatchObject({ event: "run-started", command: "apply", topology: "direct", offline: false });
    expect(first.endsWith("\n")).toBe(true);
    expect(running.child.exitCode).toBeNull();
    open();
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    const lines = (where === "stdout" ? stdout : await readFile(file, "utf8")).trimEnd().split("\n");
    expect(lines[0]).toBe(first.trimEnd());
    const events = lines.map((line) => JSON.parse(line) as { readonly event: string });
    for (const event of events) {
      isEvent(event);
      expect(isEvent.errors).toBeNull();
    }
    const order = [...new Set(events.map(({ event }) => event))];
    expect(order).toEqual(["run-started", "became-true", "recorded", "resource-judged", "step", "summary"].filter((name) => order.includes(name)));
    expect(events.filter(({ event }) => ["run-started", "recorded", "summary"].includes(event))).toHaveLength(3);
  });

  it("end with what ended the run, and are that alone where it could not begin", async () => {
    const { run, cwd, change } = await place();
    await run(["refresh"]);
    await change({ environments: { production: { structures: { "73282932000082": { espaces: ["raccordements"] } } } } });
    const isEvent = await validatorOf("events");
    await writeFile(join(cwd, "events.ndjson"), "old\n");
    expect(await run(["apply", "--non-interactive", "--max-changes", "x", "--output", "ndjson=events.ndjson"])).toMatchObject({ code: 1 });
    const [only, ...none] = (await readLines(join(cwd, "events.ndjson"))) as readonly object[];
    expect([only, none]).toEqual([{ event: "failed", diagnostics: [expect.objectContaining({ code: "CHR-USAGE", severity: "error" })] }, []]);
    isEvent(only);
    expect(isEvent.errors).toBeNull();
    const regression = await run(["refresh", "--refresh", "--fail-on", "regression", "--format", "ndjson"]);
    expect(regression.code).toBe(1);
    expect(JSON.parse(regression.stdout.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({ event: "summary" });
  });
});

describe("JSON where nothing could be told", () => {
  const WRONG = DIRECT.replace("73282932000082", "73282932000083");

  it.each([
    ["validate"],
    ["plan", "--offline"],
    ["apply", "--non-interactive"],
    ["refresh"],
    ["drift", "--offline"],
    ["show", "nowhere.json"],
    ["status"],
    ["report"],
    ["doctor"],
    ["guide", "production/structure/lyon"],
    ["config"],
    ["state list"],
  ])("holds the diagnostics of chorus %s, by the schema, and the exit code is as before", async (command, ...args) => {
    const { run } = await place(WRONG);
    const ran = await run([...command.split(" "), ...args, "--format", "json", "--lang", "en"]);
    expect(ran.code).toBe(1);
    const document = JSON.parse(ran.stdout) as { readonly diagnostics: readonly { readonly code: string; readonly line?: number }[] };
    const isDocument = await validatorOf("diagnostics");
    isDocument(document);
    expect(isDocument.errors).toBeNull();
    expect(document.diagnostics.length).toBeGreaterThan(0);
    if (command !== "show") expect(document.diagnostics[0]?.line).toBeGreaterThan(1);
    if (command !== "validate") expect(ran.stderr).toContain(document.diagnostics[0]?.code);
  });

  it("is in the file that was asked for, and after a document there is no other", async () => {
    const { run, file } = await place(WRONG);
    expect(await run(["plan", "--offline", "--output", "json=plan.json"])).toMatchObject({ code: 1, stdout: "" });
    expect(JSON.parse(await file("plan.json"))).toMatchObject({ format: "chorus-diagnostics", version: 1 });
    expect(JSON.parse((await run(["plan", "--format", "json", "--never"])).stdout)).toMatchObject({ diagnostics: [{ code: "CHR-USAGE" }] });

    const { run: live } = await place();
    const refused = await live(["refresh", "--format", "json", "--fail-on", "past-due", "--max-changes", "0"]);
    expect(JSON.parse(refused.stdout)).toMatchObject({ diagnostics: [{ code: "CHR-CHANGE-LARGE" }] });
  });
});

/** As soon as the file has one. */
const firstLine = async (file: string): Promise<string> => {
  const watching = watch(join(file, ".."));
  try {
    for (;;) {
      const changed = once(watching, "change");
      const text = await readFile(file, "utf8").catch(() => "");
      if (text.includes("\n")) return text.slice(0, text.indexOf("\n") + 1);
      await changed;
    }
  } finally {
    watching.close();
  }
};
