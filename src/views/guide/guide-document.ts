import type { BlockedReason } from "../../catalogue/guides/blocked-way.ts";
import type { Language } from "../../messages/language.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { Instant } from "../../model/instant.ts";
import type { GuidedSteps } from "../../plan/guided-steps.ts";
import { actorName } from "../text/names.ts";
import type { Scene } from "../text/scene.ts";
import { sessionDuration, sessionHeading, toSessions } from "../text/sessions.ts";
import { blockedSheet, type BlockedSheet } from "./blocked-sheet.ts";
import { guideSheet, type GuideSheet, type SheetOptions } from "./guide-sheet.ts";

/** What `chorus guide` tells, as JSON and as what its text is rendered from: in one language, values filled in. */
export interface GuideDocument {
  readonly format: "chorus-guide";
  readonly version: 1;
  readonly createdAt: Instant;
  readonly language: Language;
  /** What one person does in one portal without getting up. */
  readonly sessions: readonly GuidedSession[];
}

export interface GuidedSession {
  readonly heading: string;
  readonly who: string;
  /** Of the ordinary guides: nobody knows how long a way around takes. */
  readonly duration?: string;
  readonly environment: EnvironmentName;
  readonly guides?: readonly GuideSheet[];
  /** Instead of the guides, where it was asked for. */
  readonly blocked?: readonly BlockedSheet[];
}

export interface GuideDocumentOptions extends SheetOptions {
  readonly blocked?: BlockedReason;
}

export const guideDocument = (guided: GuidedSteps, scene: Scene, options: GuideDocumentOptions): GuideDocument => ({
  format: "chorus-guide",
  version: 1,
  createdAt: scene.document.createdAt,
  language: scene.language,
  sessions: toSessions(guided.steps).map((session) => {
    const { blocked } = options;
    const [first] = session.steps;
    const who = actorName(session.actor, scene);
    const environment = first?.environment ?? "production";
    return blocked === undefined
      ? {
          heading: sessionHeading(session, scene),
          who,
          duration: sessionDuration(session),
          environment,
          guides: session.steps.map((step) => guideSheet(step, guided, scene, options)),
        }
      : {
          heading: `${who} · ${scene.words.words.environments[environment]}`,
          who,
          environment,
          blocked: session.steps.map((step) => blockedSheet(step, blocked, scene, options)),
        };
  }),
});
