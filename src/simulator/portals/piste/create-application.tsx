import { ENVIRONMENTS } from "../../scenario.ts";
import { put } from "../change-scenario.ts";
import { isDots } from "../form.ts";
import { Buttons, Form, NO_MISTAKES, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Shown } from "../portals.ts";
import { pistePage } from "./account.tsx";
import type { PisteVisit } from "./account.tsx";
import { pathOf } from "./applications.tsx";
import { consentsOf } from "./consents.tsx";

/** A production application: the four fields of the guide (AIFE 2020, 3A), and those that its screen also has. */
export function newApplication(visit: PisteVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { form } = visit;
  return pistePage("Créer une application de production", (
    <Form visit={visit} action="/piste/applications/nouvelle" mistakes={mistakes}>
      <TextField name="nom" label="Nom de l'application" hint="Unique ; il sera repris à la lettre dans le raccordement, sur Chorus Pro." required value={form.text("nom")} mistakes={mistakes} />
      <TextField name="description" label="Description" value={form.text("description")} />
      <TextField name="telephone" type="tel" label="Téléphone" value={form.text("telephone")} />
      <TextField name="email" type="email" label="Email" hint="Celui du responsable de l'application." required value={form.text("email")} mistakes={mistakes} />
      <TextField name="responsable" label="Responsable d'application" hint="Une personne que l'équipe Chorus Pro ou PISTE peut contacter." required value={form.text("responsable")} mistakes={mistakes} />
      <TextField name="structure" label="Information sur la structure" hint="Le SIRET de la structure." required value={form.text("structure")} mistakes={mistakes} />
      <Buttons><button>Sauvegarder l'application</button></Buttons>
    </Form>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function createApplication(visit: PisteVisit): Shown {
  const { form, portals, email } = visit;
  const mistakes = mistakesOf(visit);
  if (mistakes.size > 0) return newApplication(visit, mistakes);
  const name = form.text("nom");
  const said = (field: string) => (form.text(field) === "" ? {} : { [field]: form.text(field) });
  put(portals, "production", "applications", name, {
    compte: email, ...said("description"), ...said("telephone"), email: form.text("email"), responsable: form.text("responsable"), structure: form.text("structure"),
    consentements: consentsOf(visit).production, apis: [],
  });
  return redirect(pathOf("production", name), "L'application est créée.", [{ action: "create-application", environment: "production", about: name }]);
}

function mistakesOf({ form, portals }: PisteVisit): Mistakes {
  const mistakes = new Map<string, string>();
  const name = form.text("nom");
  if (name === "") mistakes.set("nom", "Indiquez le nom de l'application.");
  else if (isDots(name)) mistakes.set("nom", "Ce nom n'est pas possible.");
  else if (ENVIRONMENTS.some((environment) => Object.hasOwn(portals.store.scenario().environments[environment]?.applications ?? {}, name))) {
    mistakes.set("nom", "Ce nom est déjà pris : il doit être unique.");
  }
  if (!form.text("email").includes("@")) mistakes.set("email", "Indiquez l'email du responsable de l'application.");
  if (form.text("responsable") === "") mistakes.set("responsable", "Indiquez le responsable d'application.");
  if (!/^\d{14}$/.test(form.text("structure").replaceAll(" ", ""))) mistakes.set("structure", "Indiquez le SIRET de la structure : 14 chiffres.");
  return mistakes;
}
