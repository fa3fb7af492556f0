import { put } from "../change-scenario.ts";
import { Buttons, Form, NO_MISTAKES, Table, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Shown } from "../portals.ts";
import { portalPage } from "./portal.tsx";
import { structurePath } from "./structures.tsx";
import type { StructureVisit } from "./structures.tsx";

/** The services of a structure: what an invoice may be addressed to. */
export function services(visit: StructureVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { form, identifiant, structure } = visit;
  return portalPage(visit, `Services de la structure ${identifiant}`, (
    <>
      <Table caption="Services" heads={["Code", "Nom", "Actif"]}>
        {Object.entries(structure.services ?? {}).map(([code, { nom, actif }]) => <tr><td>{code}</td><td>{nom}</td><td>{actif === false ? "Non" : "Oui"}</td></tr>)}
      </Table>
      <h2>Créer un service, ou le réactiver</h2>
      <Form visit={visit} action={structurePath(visit, "services")} mistakes={mistakes}>
        <TextField name="code" label="Code du service" required value={form.text("code")} mistakes={mistakes} />
        <TextField name="nom" label="Nom du service" value={form.text("nom")} />
        <Buttons><button>Valider</button></Buttons>
      </Form>
    </>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function saveService(visit: StructureVisit): Shown {
  const { environment, form, identifiant, portals, structure } = visit;
  const code = form.text("code");
  if (code === "") return services(visit, new Map([["code", "Indiquez le code du service."]]));
  const nom = form.text("nom") || structure.services?.[code]?.nom || code;
  put(portals, environment, "structures", identifiant, { ...structure, services: { ...structure.services, [code]: { nom } } });
  return redirect(structurePath(visit, "services"), `Le service ${code} est actif.`, [{ action: "create-service", environment, about: `${identifiant} : ${code}` }]);
}
