import type { Reporter, TestCase } from "vitest/node";
import type { Judged } from "./conformance.suite.ts";

/** Prints a line for each row, what was seen where it differs, and the counts. */
export default class ConformanceReporter implements Reporter {
  readonly #judged: Judged[] = [];

  onTestCaseResult(test: TestCase): void {
    const { conformance } = test.meta();
    if (conformance === undefined) return write(`${test.name}\n${(test.result().errors ?? []).map(({ message }) => `    ${message}\n`).join("")}`);
    this.#judged.push(conformance);
    write(linesOf(conformance));
  }

  onTestRunEnd(modules: readonly { readonly errors: () => readonly { readonly message: string }[] }[]): void {
    for (const error of modules.flatMap((module) => module.errors())) write(`${error.message}\n`);
    const count = (verdict: Judged["verdict"], certainty?: string): number =>
      this.#judged.filter((one) => one.verdict === verdict && (certainty ?? one.certainty) === one.certainty).length;
    write(`\n${"".padEnd(14)}${VERDICTS.map((verdict) => verdict.padStart(11)).join("")}\n`);
    for (const certainty of CERTAINTIES) {
      write(`${certainty.padEnd(14)}${VERDICTS.map((verdict) => String(count(verdict, certainty)).padStart(11)).join("")}\n`);
    }
    write(`${"all".padEnd(14)}${VERDICTS.map((verdict) => String(count(verdict)).padStart(11)).join("")}\n`);
  }
}

const linesOf = (judged: Judged): string => {
  const head = `${judged.verdict.padEnd(9)}  ${judged.certainty.padEnd(11)}  ${judged.name}\n`;
  if (judged.verdict === "agrees") return head;
  const about = `    stated:  ${judged.says}\n    source:  ${judged.source}\n`;
  if (judged.verdict === "not tried") return `${head}    because: ${judged.why}\n`;
  return `${head}${about}${judged.problems.map((problem) => `    differs: ${problem}\n`).join("")}    seen:    ${judged.seen}\n`;
};

const write = (text: string): void => void process.stdout.write(text);

const VERDICTS = ["agrees", "differs", "not tried"] as const;
const CERTAINTIES = ["official", "measured", "secondary", "inferred", "unconfirmed"] as const;
