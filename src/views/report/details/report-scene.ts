import type { Language } from "../../../messages/language.ts";
import type { Address } from "../../../model/address.ts";
import type { Step } from "../../../model/step.ts";
import type { PlannedResource } from "../../../plan/plan-document.ts";
import type { ReportDocument, ReportedResource } from "../../../plan/report/report-document.ts";
import { setScene, type Scene } from "../../text/scene.ts";

/** What a report is about apart from its lists, which may be read piece by piece. */
export type ReportHead = Pick<ReportDocument, "createdAt" | "topology" | "offline" | "network" | "summary" | "notices">;

/** Where details come from: the whole of a report, or what has been read of it. */
export interface ReportSource {
  readonly head: ReportHead;
  readonly language: Language;
  readonly timeZone: string;
  resource(address: Address): ReportedResource | undefined;
  step(number: number): Step | undefined;
}

/** The words and dates of a report, over a few of its resources: what plans and guides are told with. */
export const reportScene = ({ head, language, timeZone }: Omit<ReportSource, "resource" | "step">, resources: readonly ReportedResource[] = []): Scene => {
  const planned = resources.map((resource): PlannedResource => ({ ...resource, status: "unknown" }));
  const document = { ...head, format: "chorus-plan", version: 1, environments: [], steps: [], resources: planned } as const;
  return setScene(document, { language, timeZone });
};
