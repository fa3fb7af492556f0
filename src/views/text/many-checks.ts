import type { Check, CheckStatus } from "../../doctor/doctor-document.ts";
import { checkLines, SIGNS, type DoctorScene } from "./check-lines.ts";
import type { Line } from "./layout.ts";

/** Many checks of a name: a line for each thousand of them, then those that failed. */
export const manyLines = (checks: readonly Check[], scene: DoctorScene): readonly Line[] => {
  const { doctor } = scene;
  const name = doctor.names[checks[0]?.check ?? "account"];
  const lines: Line[] = [];
  for (let start = 0; start < checks.length; start += A_THOUSAND) {
    const some = checks.slice(start, start + A_THOUSAND);
    const sign = SIGNS[some.some(({ status }) => status === "failed") ? "failed" : some.every(({ status }) => status === "ok") ? "ok" : "unknown"];
    const range = doctor.range(name, start + 1, start + some.length);
    lines.push({ indent: 2, leads: [{ ...sign, width: 2 }], text: `${range}${scene.words.words.colon}${countsOf(some, scene)}` });
  }
  const failed = checks.filter(({ status }) => status === "failed");
  const more = failed.length - MOST_FAILED;
  return [
    ...lines,
    ...checkLines(failed.slice(0, MOST_FAILED), scene),
    ...(more > 0 ? [{ indent: 4, text: doctor.more(more), style: "quiet" as const }] : []),
  ];
};

/** `9 fine, 1 failed, 3 waiting` */
export const countsOf = (checks: readonly Check[], { doctor }: DoctorScene): string =>
  ORDER.flatMap((status) => {
    const count = checks.filter((check) => check.status === status).length;
    return count === 0 ? [] : [doctor.counts[status](count)];
  }).join(", ");

const ORDER: readonly CheckStatus[] = ["ok", "failed", "waiting", "unknown", "skipped"];
const A_THOUSAND = 1000;
const MOST_FAILED = 20;
