import { printable } from "../printable.ts";

/** One thing measured, with a sample for each of its labels' values. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Prometheus' text format, for node_exporter's textfile collector: no time beside the values, which it refuses. A gauge
 * without samples is left out.
 */
export const renderGauges = (gauges: readonly Gauge[]): string =>
  gauges
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, samples }) =>
      [`# HELP ${name} ${escape(help)}`, `# TYPE ${name} gauge`, ...samples.map((sample) => sampleLine(name, sample))].map((line) => `${line}\n`).join(""),
    )
    .join("");

const sampleLine = (name: string, { labels, value }: Sample): string => {
  const told = Object.entries(labels).map(([label, text]) => `${label}="${escape(text).replaceAll('"', String.raw`\"`)}"`);
  return `${name}${told.length === 0 ? "" : `{${told.join(",")}}`} ${value}`;
};

const escape = (text: string): string =>
  text
    .split("\n")
    .map((line) => printable(line).replaceAll("\\", String.raw`\\`))
    .join(String.raw`\n`);
