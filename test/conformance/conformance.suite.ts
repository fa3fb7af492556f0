import { afterAll, expect, test } from "vitest";
import { judgeOf, type Verdict } from "./judge.ts";
import type { Row } from "./row.ts";
import { ROWS } from "./rows.ts";
import { simulated } from "./simulated.ts";
import { targetOf } from "./target.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What the report says of a row. */
    conformance?: Judged;
  }
}

export type Judged = Verdict & Pick<Row, "name" | "certainty" | "source" | "says">;

const named = targetOf(process.env);
const started = named === undefined ? await simulated() : undefined;
const target = named ?? started?.target;
if (target === undefined) throw new Error("Nobody to judge");
const { judge } = judgeOf(target);
afterAll(() => started?.simulator.close());

for (const row of ROWS) {
  test(row.name, async ({ task, skip }) => {
    const { name, certainty, source, says } = row;
    const verdict = await judge(row);
    task.meta.conformance = { ...verdict, name, certainty, source, says };
    if (verdict.verdict === "not tried") skip(verdict.why);
    expect(verdict).toEqual({ verdict: "agrees" });
  });
}
