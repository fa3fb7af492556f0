import { isJsonObject } from "./json.ts";
import { FAULT_PLAN_SHAPE, SCENARIO_SHAPE } from "./scenario-shape.ts";
import type { Shape } from "./scenario-shape.ts";

/** One thing wrong with a scenario, at a JSON pointer. */
export interface ScenarioProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * Everything that keeps a plain value from being a {@link Scenario}; empty when it is one.
 * Structure only: a raccordement to an application that does not exist is a world one may want to see.
 */
export function checkScenario(value: unknown): readonly ScenarioProblem[] {
  return problems(SCENARIO_SHAPE, value, "");
}

/** Everything that keeps a plain value from being what `PUT /admin/faults` takes. */
export function checkFaultPlan(value: unknown): readonly ScenarioProblem[] {
  return problems(FAULT_PLAN_SHAPE, value, "");
}

function problems(shape: Shape, value: unknown, path: string): readonly ScenarioProblem[] {
  switch (shape.kind) {
    case "text":
      if (typeof value !== "string") return wrong(path, "must be a text");
      return shape.pattern?.test(value) === false ? wrong(path, `must match ${shape.pattern.source}`) : [];
    case "choice":
      return shape.values.some((known) => known === value) ? [] : wrong(path, `must be one of ${shape.values.join(", ")}`);
    case "integer":
      return Number.isInteger(value) && Number(value) >= shape.minimum
        ? []
        : wrong(path, `must be an integer of at least ${shape.minimum}`);
    case "number":
      return typeof value === "number" && value >= shape.minimum && value <= shape.maximum
        ? []
        : wrong(path, `must be a number from ${shape.minimum} to ${shape.maximum}`);
    case "boolean":
      return typeof value === "boolean" ? [] : wrong(path, "must be true or false");
    case "list":
      if (!Array.isArray(value)) return wrong(path, "must be a list");
      return value.flatMap((item, index) => problems(shape.items, item, `${path}/${index}`));
    case "map":
      if (!isJsonObject(value)) return wrong(path, "must be a map");
      return Object.entries(value).flatMap(([key, item]) => [
        ...(shape.keys.test(key) ? [] : wrong(at(path, key), `the key must match ${shape.keys.source}`)),
        ...problems(shape.values, item, at(path, key)),
      ]);
    case "object":
      return isJsonObject(value) ? fieldProblems(shape, value, path) : wrong(path, "must be a map");
  }
}

function fieldProblems(
  shape: Shape & { kind: "object" },
  value: { readonly [key: string]: unknown },
  path: string,
): readonly ScenarioProblem[] {
  const fields = new Map([...Object.entries(shape.required), ...Object.entries(shape.optional)]);
  const missing = Object.keys(shape.required).filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.flatMap((name) => wrong(at(path, name), "is missing")),
    ...Object.entries(value).flatMap(([name, item]) => {
      const field = fields.get(name);
      return field === undefined ? wrong(at(path, name), "is not known") : problems(field, item, at(path, name));
    }),
  ];
}

function at(path: string, key: string): string {
  return `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function wrong(path: string, message: string): readonly ScenarioProblem[] {
  return [{ path, message }];
}
