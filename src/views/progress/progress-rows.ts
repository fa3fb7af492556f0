import type { EnvironmentName } from "../../model/environment.ts";
import type { ProgressReport, RetryReport } from "./progress-view.ts";

/** What a person follows: an application; an environment as a whole, where its applications are many. */
export interface ProgressRow {
  readonly environment: EnvironmentName;
  /** Its name, or how many there are. */
  readonly applications: string | number;
  readonly answered: number;
  readonly asked: number;
  /** Of one application alone. */
  readonly retrying?: RetryReport;
}

/** Reports put together into the rows that are shown. */
export class ProgressRows {
  readonly #latest = new Map<string, ProgressReport>();
  readonly #totals = new Map<string, ProgressRow>();

  note(report: ProgressReport): void {
    const { environment, application, answered, asked } = report;
    const key = `${environment}/${application}`;
    const before = this.#latest.get(key);
    const total = this.#totals.get(environment) ?? { applications: 0, answered: 0, asked: 0 };
    this.#latest.set(key, report);
    this.#totals.set(environment, {
      environment,
      applications: Number(total.applications) + (before === undefined ? 1 : 0),
      answered: total.answered + answered - (before?.answered ?? 0),
      asked: total.asked + asked - (before?.asked ?? 0),
    });
  }

  keys(): readonly string[] {
    return [...(this.#areMany() ? this.#totals : this.#latest).keys()];
  }

  /** The row of a report. */
  keyOf({ environment, application }: ProgressReport): string {
    return this.#areMany() ? environment : `${environment}/${application}`;
  }

  get(key: string): ProgressRow | undefined {
    const report = this.#latest.get(key);
    if (report === undefined) return this.#totals.get(key);
    const { retrying, ...rest } = report;
    return { ...rest, applications: report.application, ...(isWorthTelling(retrying) ? { retrying } : {}) };
  }

  #areMany(): boolean {
    return this.#latest.size > MOST_ROWS;
  }
}

/** One failure in ten is the platform's own: a second try is nothing to tell of. */
const isWorthTelling = (retrying: RetryReport | undefined): retrying is RetryReport => retrying !== undefined && retrying.tries > 2;

/** More do not fit a screen. */
const MOST_ROWS = 20;
