import { noonOf } from "../../model/instant.ts";
import type { Notice } from "../../plan/plan-document.ts";
import type { Line } from "./layout.ts";
import { nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";

/** What is to be known and asks for no step; many of a kind as one. */
export const noticeLines = (scene: Scene): readonly Line[] => {
  const { notices } = scene.document;
  const most = notices.slice(0, MOST_NOTICES).map((notice) => noticeText(notice, scene));
  const rest = notices.length - most.length;
  const texts = rest > 0 ? [...most, scene.words.plan.more(rest)] : most;
  return texts.map((text) => ({ indent: 0, leads: [{ text: "!", width: 3, style: "warning" }], text }));
};

const noticeText = (notice: Notice, scene: Scene): string => {
  const { notices } = scene.words.plan;
  if (notice.notice === "reach-beyond") return notices["reach-beyond"](nameAddress(notice.address, scene).name, notice.count, "");
  if (notice.notice === "qualification-first") return notices["qualification-first"](notice.application, 1, "");
  if (notice.notice === "renewals-beyond") {
    return notices["renewals-beyond"](scene.dates.date(notice.until), notice.count, scene.dates.date(notice.from));
  }
  if (notice.notice === "guides-stale") {
    return notices["guides-stale"](notice.actions.join(", "), notice.actions.length, scene.dates.date(noonOf(notice.reviewedAt)));
  }
  const date = "attestedAt" in notice ? scene.dates.date(notice.attestedAt) : "";
  return notices[notice.notice](notice.address, 1, date);
};

const MOST_NOTICES = 10;
