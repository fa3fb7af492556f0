import { own } from "../../own.ts";
import { IDENTIFIER_TYPES } from "../../scenario.ts";
import type { ScenarioStructure } from "../../scenario.ts";
import { put } from "../change-scenario.ts";
import { Buttons, Choice, Facts, Form, NO_MISTAKES, Table, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { isDots } from "../form.ts";
import { redirect } from "../portals.ts";
import type { Page, Redirect, Shown } from "../portals.ts";
import { notFound } from "../simulation/refusals.tsx";
import { labelOf, structureOf } from "./people.ts";
import { asGestionnaire, portalPage, rootOf } from "./portal.tsx";
import type { PersonVisit } from "./portal.tsx";

/** One structure of the gestionnaire who is signed in. */
export interface StructureVisit extends PersonVisit {
  readonly identifiant: string;
  readonly structure: ScenarioStructure;
}

export const onStructure = (answer: (visit: StructureVisit) => Shown) =>
  asGestionnaire((visit) => {
    const identifiant = visit.parameters["identifiant"] ?? "";
    const structure = visit.person.structures.includes(identifiant) ? structureOf(visit.portals, visit.environment, identifiant) : undefined;
    return structure === undefined ? notFound() : answer({ ...visit, identifiant, structure });
  });

export const structurePath = ({ environment, identifiant }: Pick<StructureVisit, "environment" | "identifiant">, page = ""): string =>
  rootOf(environment, `structures/${encodeURIComponent(identifiant)}${page === "" ? "" : `/${page}`}`);

/** « Activités du gestionnaire ». */
export function structures(visit: PersonVisit): Page {
  const { environment, person, portals } = visit;
  return portalPage(visit, "Activités du gestionnaire", (
    <>
      <Table caption="Structures dont vous êtes gestionnaire principal" heads={["Structure", "Statut"]}>
        {person.structures.map((identifiant) => (
          <tr>
            <td><a href={structurePath({ environment, identifiant })}>{labelOf(portals, environment, identifiant)}</a></td>
            <td>{structureOf(portals, environment, identifiant)?.statut ?? "ACTIVE"}</td>
          </tr>
        ))}
      </Table>
      <p><a class="button" href={rootOf(environment, "structures/nouvelle")}>Créer une structure</a></p>
    </>
  ));
}

export function structurePage(visit: StructureVisit): Page {
  const { environment, identifiant, structure } = visit;
  return portalPage(visit, `Structure ${identifiant}`, (
    <>
      <Facts facts={[["Désignation", structure.designation], ["Type d'identifiant", structure.type ?? "SIRET"], ["Identifiant", identifiant], ["Statut", structure.statut ?? "ACTIVE"]]} />
      <p class="buttons">
        <a class="button" href={structurePath(visit, "parametres")}>Paramètres</a>
        <a class="button quiet" href={structurePath(visit, "services")}>Services</a>
        <a class="button quiet" href={rootOf(environment, `comptes-techniques?structure=${encodeURIComponent(identifiant)}`)}>Créer un utilisateur technique</a>
      </p>
      {structure.statut === "INACTIVE" && (
        <Form visit={visit} action={structurePath(visit)}><Buttons><button>Réactiver la structure</button></Buttons></Form>
      )}
    </>
  ));
}

export function reactivate(visit: StructureVisit): Redirect {
  const { environment, identifiant, portals, structure } = visit;
  put(portals, environment, "structures", identifiant, { ...structure, statut: "ACTIVE" });
  return redirect(structurePath(visit), "La structure est active.", [{ action: "activate-structure", environment, about: identifiant }]);
}

export function newStructure(visit: PersonVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { environment, form } = visit;
  return portalPage(visit, "Créer une structure", (
    <Form visit={visit} action={rootOf(environment, "structures/nouvelle")} mistakes={mistakes}>
      <Choice name="type" label="Type d'identifiant" value={form.text("type")} options={IDENTIFIER_TYPES.map((value) => ({ value, label: value }))} />
      <TextField name="identifiant" label="Identifiant" required value={form.text("identifiant")} mistakes={mistakes} />
      <TextField name="designation" label="Raison sociale" required value={form.text("designation")} mistakes={mistakes} />
      <Buttons><button>Valider</button></Buttons>
    </Form>
  ), mistakes.size > 0 ? 422 : undefined);
}

/** Its creator is its gestionnaire principal. */
export function createStructure(visit: PersonVisit): Shown {
  const { environment, form, person, portals } = visit;
  const [identifiant, designation, mistakes] = [form.text("identifiant"), form.text("designation"), new Map<string, string>()];
  const type = IDENTIFIER_TYPES.find((known) => known === form.text("type")) ?? "SIRET";
  if (type === "SIRET" ? !/^\d{14}$/.test(identifiant) : identifiant === "") mistakes.set("identifiant", type === "SIRET" ? "Indiquez un SIRET : 14 chiffres." : "Indiquez l'identifiant.");
  else if (isDots(identifiant) || identifiant === "nouvelle") mistakes.set("identifiant", "Cet identifiant n'est pas possible.");
  else if (structureOf(portals, environment, identifiant) !== undefined) mistakes.set("identifiant", "Cette structure existe déjà : son gestionnaire principal est quelqu'un d'autre, ou vous.");
  if (designation === "") mistakes.set("designation", "Indiquez la raison sociale.");
  if (mistakes.size > 0) return newStructure(visit, mistakes);
  const gestionnaires = portals.store.scenario().environments[environment]?.gestionnaires;
  put(portals, environment, "structures", identifiant, { designation, type });
  put(portals, environment, "gestionnaires", person.login, { ...own(gestionnaires, person.login), structures: [...person.structures, identifiant] });
  return redirect(structurePath({ environment, identifiant }), "La structure est créée.", [{ action: "activate-structure", environment, about: identifiant }]);
}
