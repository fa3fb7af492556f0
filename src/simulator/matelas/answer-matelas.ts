import { json } from "../answer.ts";
import type { Answer } from "../answer.ts";
import type { HttpRequest } from "../http-request.ts";
import { isJsonObject, parseJson } from "../json.ts";
import type { ScenarioStore } from "../scenario-store.ts";
import { addMatelas } from "./add-matelas.ts";
import { generateMatelas } from "./generate-matelas.ts";
import { matelasCsv } from "./matelas-csv.ts";

/**
 * `POST /admin/matelas {seed?}`: what « Créer » of *Mon matelas de données* does. Adds a matelas to qualification and
 * answers its CSV download. Without a seed, the count of structures there is one: asked again, it gives another.
 */
export function answerMatelas(store: ScenarioStore, request: HttpRequest): Answer {
  const scenario = store.scenario();
  const next = Object.keys(scenario.environments.qualification?.structures ?? {}).length;
  const seed = request.body.length === 0 ? next : seedOf(request.body, next);
  if (seed === undefined) return json(400, { errors: [{ path: "/seed", message: "must be an integer" }] });
  const matelas = generateMatelas(seed);
  store.replace(addMatelas(scenario, matelas));
  return {
    status: 201,
    headers: { "content-type": "text/csv;charset=utf-8", "content-disposition": 'attachment; filename="matelas.csv"' },
    body: matelasCsv(matelas),
  };
}

function seedOf(body: Uint8Array, next: number): number | undefined {
  const sent = parseJson(body)?.value;
  if (!isJsonObject(sent)) return undefined;
  const { seed = next } = sent;
  return Number.isSafeInteger(seed) ? Number(seed) : undefined;
}
