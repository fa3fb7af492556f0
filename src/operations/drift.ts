import { driftOf } from "../plan/drift/drift-of.ts";
import type { DriftDocument } from "../plan/drift/drift-document.ts";
import type { Plan } from "../plan/plan.ts";
import type { Project, ReadableProject } from "./open-project.ts";

/** Takes away what could record. */
export const readable = ({ store: _store, ...project }: Project): ReadableProject => project;

/** What was true and is not, in a plan made just now or on what was recorded. */
export const drift = (plan: Plan): DriftDocument => driftOf(plan);
