import type { Messages } from "../shape.ts";
import { causes } from "./causes.ts";
import { dates } from "./dates.ts";
import { plan } from "./plan.ts";
import { proofs } from "./proofs.ts";
import { reasons } from "./reasons.ts";
import { requests } from "./requests.ts";
import { run } from "./run.ts";
import { status } from "./status.ts";
import { titles } from "./titles.ts";
import { words } from "./vocabulary.ts";
import { worklist } from "./worklist.ts";

export const fr = { words, reasons, causes, titles, dates, plan, status, run, requests, worklist, proofs } satisfies Messages;
