import { PORTALS } from "../catalogue/environments.ts";
import { GUIDES } from "../catalogue/guides/guides.ts";
import { NOT_ASKED } from "../model/observation.ts";
import type { KindFacts } from "../model/explanation.ts";
import type { Resource } from "../model/resource.ts";
import { kindOfResource } from "./kinds.ts";

/** What a kind tells of itself, asked of one of its resources. */
export const kindFacts = (resource: Resource): KindFacts => {
  const kind = kindOfResource(resource);
  return {
    claims: kind.judge(resource, () => NOT_ASKED).map(({ type }) => type),
    asks: [...new Set(kind.questions(resource).map(({ ask }) => ask))],
    whenUnknown: kind.whenUnknown,
    attestable: kind.attestable,
    attestedForDays: kind.attestedForDays,
    steps: Object.values(GUIDES)
      .filter((guide) => guide.kind === kind.name)
      .map(({ action, portal, actor }) => ({ action, actor, ...(portal === undefined ? {} : { portal: PORTALS[portal].name }) })),
  };
};
