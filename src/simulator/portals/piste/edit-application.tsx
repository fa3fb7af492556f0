import type { ApiId } from "../../scenario.ts";
import { put } from "../change-scenario.ts";
import { Buttons, Checkbox, Form, Table, TextField } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Redirect } from "../portals.ts";
import { pistePage } from "./account.tsx";
import { apisOf, knownApis, titleOf } from "./apis.ts";
import { pathOf } from "./applications.tsx";
import type { ApplicationVisit } from "./applications.tsx";
import { consentsOf, giveConsent, newly } from "./consents.tsx";

/**
 * « Modifier l'application »: the table of the guide's screens, with the consents of 2020 in it. A box stays greyed until its
 * terms are accepted; both names of the button that saves are there, that of 2020 and today's.
 */
export function editApplication(visit: ApplicationVisit): Page {
  const { environment, name, application } = visit;
  const consented = consentsOf(visit)[environment];
  return pistePage(`Modifier l'application : ${name}`, (
    <Form visit={visit} action={pathOf(environment, name, "modifier")}>
      <TextField name="nom" label="Nom de l'application" value={name} readonly />
      {FIELDS.map(({ field, label, type }) => <TextField name={field} label={label} value={application[field] ?? ""} {...(type === undefined ? {} : { type })} />)}
      <Checkbox id="active" name="active" value="oui" label="Activer l'application" checked={application.active !== false} />
      <Table caption="Sélectionner les API" heads={["Nom de l'API", "Description", "Sélectionnée", "Soumis à validation", "CGU"]}>
        {apisOf(visit.account).map(({ id, title, description, cgu }) => (
          <tr>
            <td id={`api-${id}`}>{title}</td>
            <td>{description}</td>
            <td>
              <Checkbox id={`selection-${id}`} name="apis" value={id} label={`Sélectionnée : ${title}`} hiddenLabel checked={application.apis.includes(id)} disabled={!consented.includes(id)} />
              {!consented.includes(id) && <span class="hint">CGU à accepter</span>}
            </td>
            <td>Non</td>
            <td><Checkbox id={`cgu-${id}`} name="cgu" value={id} label={cgu} checked={consented.includes(id)} /></td>
          </tr>
        ))}
      </Table>
      <Buttons>
        <button class="quiet" name="action" value="cgu">Valider mes choix CGU</button>
        <button name="action" value="modifications">Appliquer les modifications</button>
        <button name="action" value="modifications">Sauvegarder l'application</button>
      </Buttons>
      <p class="hint">« Sauvegarder l'application » est le nom de ce bouton dans le guide de 2020, « Appliquer les modifications » son nom depuis.</p>
    </Form>
  ));
}

export function saveApplication(visit: ApplicationVisit): Redirect {
  const { environment, name, form, portals } = visit;
  if (form.text("action") === "cgu") {
    const before = consentsOf(visit)[environment];
    giveConsent(visit, environment, knownApis(form.all("cgu")));
    return redirect(pathOf(environment, name, "modifier"), "Vos choix CGU sont validés : les API acceptées peuvent être sélectionnées.", newly(before, consentsOf(visit)[environment], environment));
  }
  const consented = consentsOf(visit)[environment];
  const apis = knownApis(form.all("apis")).filter((api) => consented.includes(api));
  const { description: _d, telephone: _t, email: _e, responsable: _r, structure: _s, active: _a, ...kept } = visit.application;
  const typed = Object.fromEntries(FIELDS.map(({ field }) => [field, form.text(field)] as const).filter(([, value]) => value !== ""));
  const isActive = form.text("active") !== "";
  put(portals, environment, "applications", name, { ...kept, ...typed, ...(isActive ? {} : { active: false }), consentements: consented, apis });
  const forgotten = knownApis(form.all("cgu")).some((api) => !consented.includes(api));
  const told = forgotten ? "Les modifications sont appliquées, sauf les CGU cochées : c'est « Valider mes choix CGU » qui les accepte." : "Les modifications sont appliquées.";
  return redirect(pathOf(environment, name), told, selected(visit, apis));
}

const selected = ({ application, environment, name }: ApplicationVisit, apis: readonly ApiId[]): Required<Redirect>["closes"] =>
  apis.filter((api) => !application.apis.includes(api)).map((api) => ({ action: "select-apis", environment, about: `${name} : ${titleOf(api)}` }));

const FIELDS: readonly { readonly field: "description" | "telephone" | "email" | "responsable" | "structure"; readonly label: string; readonly type?: "tel" | "email" }[] = [
  { field: "description", label: "Description" },
  { field: "telephone", label: "Téléphone", type: "tel" },
  { field: "email", label: "Email", type: "email" },
  { field: "responsable", label: "Responsable d'application" },
  { field: "structure", label: "Information sur la structure" },
];
