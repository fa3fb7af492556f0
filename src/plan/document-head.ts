import { defined } from "../model/defined.ts";
import type { PlanDocument } from "./plan-document.ts";

/** What every document that is made of a plan says first. */
export type DocumentHead = Pick<PlanDocument, "createdAt" | "topology" | "language" | "offline" | "selection">;

export const headOf = ({ createdAt, topology, language, offline, selection }: PlanDocument): DocumentHead =>
  defined<DocumentHead>({ createdAt, topology, language, offline, selection });
