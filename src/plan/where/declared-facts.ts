import type { Resource } from "../../model/resource.ts";
import type { WhereFacts } from "./where.ts";

/** What the configuration alone tells of a resource. */
export const declaredFacts = (resource: Resource): WhereFacts => ({
  environment: [resource.environment],
  kind: [resource.kind],
  name: resource.names,
  client: list(resource.client),
  application: applicationsOf(resource),
  address: [resource.address],
  lifecycle: [resource.lifecycle],
});

/** The application that it is, that it is of, or through which it is looked at. */
const applicationsOf = ({ kind, names, spec }: Resource): readonly string[] => {
  if (OF_APPLICATIONS.has(kind)) return names.slice(0, 1);
  if ("applications" in spec) return spec.applications.map((one) => (typeof one === "string" ? one : one.application));
  const through = "through" in spec ? spec.through?.application : undefined;
  return [...new Set([..."application" in spec ? [spec.application] : [], ...list(through)])];
};

const OF_APPLICATIONS: ReadonlySet<Resource["kind"]> = new Set(["application", "credentials", "subscription"]);

const list = <T extends string>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
