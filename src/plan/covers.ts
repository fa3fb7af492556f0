import { kindOfResource } from "../kinds/kinds.ts";
import type { ResourceRecord } from "../model/condition.ts";
import type { Resource } from "../model/resource.ts";
import { digestOf } from "./digest.ts";

/** What an attestation on a resource covers. That it is there is another word than that it is gone. */
export const coversOf = (resource: Resource): string => {
  const about = aboutOf(resource);
  return digestOf(resource.lifecycle === "leaving" ? ["left", ...about] : about);
};

/** What a record of a resource holds for: short, since the state has one for each. */
export const recordCovers = (resource: Resource): string => digestOf(aboutOf(resource)).slice(0, 8);

/** A record of another SIRET, login or contact under the same name proves nothing of this one. */
export const isAbout = ({ covers }: ResourceRecord, resource: Resource): boolean =>
  covers === undefined || covers === recordCovers(resource);

const aboutOf = (resource: Resource): readonly unknown[] => kindOfResource(resource).about(resource.spec);
