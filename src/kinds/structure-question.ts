import { defined } from "../model/defined.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { StructureQuestion } from "../model/question.ts";
import type { Route, StructureRef } from "../model/resource.ts";

/** A question about one structure; undefined where the configuration gives no account to ask it through. */
export const structureQuestion = (
  ask: StructureQuestion["ask"],
  { environment, structure: { identifiant, type }, through, detail, orElse }: AskedAbout,
): StructureQuestion | undefined =>
  through === undefined
    ? undefined
    : defined({ ask, environment, ...through, identifier: identifiant, identifierType: type, detail, orElse });

export interface AskedAbout {
  readonly environment: EnvironmentName;
  readonly structure: StructureRef;
  readonly through?: Route | undefined;
  readonly detail?: string;
  readonly orElse?: string | undefined;
}

/** A kind's questions, where there is at most one. */
export const asList = <Q>(question: Q | undefined): readonly Q[] => (question === undefined ? [] : [question]);
