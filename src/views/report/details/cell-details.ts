import { guideMessages } from "../../../messages/guide-messages.ts";
import { reportMessages, type ReportWords } from "../../../messages/report-messages.ts";
import type { Address } from "../../../model/address.ts";
import type { Step } from "../../../model/step.ts";
import type { ReportedResource, ReportRow } from "../../../plan/report/report-document.ts";
import { REPORT_MARKS } from "../../../plan/report/report-mark.ts";
import type { Scene } from "../../text/scene.ts";
import { claimName, claimRows } from "./claim-rows.ts";
import { detailRow, type CellDetails, type DetailBlock } from "./detail.ts";
import { reportScene, type ReportSource } from "./report-scene.ts";
import { stepBlocks } from "./step-rows.ts";

/**
 * What stands behind a cell, or behind all of a row: each claim with its proof, its step and its guide. What asks for
 * most comes first.
 */
export const cellDetails = (row: Pick<ReportRow, "name" | "nom" | "environment">, stage: string, addresses: readonly Address[], source: ReportSource): CellDetails => {
  const resources = addresses.flatMap((address) => source.resource(address) ?? []).toSorted((a, b) => REPORT_MARKS.indexOf(a.mark) - REPORT_MARKS.indexOf(b.mark));
  const scene = reportScene(source, resources);
  const words = reportMessages(source.language);
  const most = resources.slice(0, MOST_CLAIMS);
  const rest = resources.length - most.length;
  return {
    title: [row.nom === undefined ? row.name : `${row.nom} (${row.name})`, stage, scene.words.words.environments[row.environment]].filter((part) => part !== "").join(" · "),
    blocks: [...most.flatMap((resource) => claimBlocks(resource, source, words, scene)), ...(rest > 0 ? [{ level: "claim" as const, title: words.moreClaims(rest), rows: [] }] : [])],
  };
};

const claimBlocks = (resource: ReportedResource, source: ReportSource, words: ReportWords, scene: Scene): readonly DetailBlock[] => {
  const { address, mark, drifted } = resource;
  const step = resource.step === undefined ? undefined : source.step(resource.step);
  const title = `${claimName(address, scene)}${drifted === true ? ` · ${words.regression}` : ""}`;
  return [
    { level: "claim", title, mark, rows: [...claimRows(resource, words, scene), ...detailRow(guideMessages(source.language).leads.address, [address])] },
    ...(step === undefined ? [] : stepBlocks(forOne(step, address), source.head, words, scene)),
  ];
};

/** A step for many is told for the one that is looked at. */
const forOne = (step: Step, address: Address): Step => ({ ...step, items: step.items.filter((item) => item.address === address) });

const MOST_CLAIMS = 20;
