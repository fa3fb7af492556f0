import { own } from "../../own.ts";
import { put } from "../change-scenario.ts";
import { Buttons, Checkbox, Choice, Form, NO_MISTAKES, Table, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { pageOf, Pagination } from "../pagination.tsx";
import { redirect } from "../portals.ts";
import type { Page, Redirect, Shown } from "../portals.ts";
import { EdiTabs } from "./edi-tabs.tsx";
import { labelOf, rightOf, structureOf } from "./people.ts";
import { portalPage, rootOf } from "./portal.tsx";
import type { PersonVisit } from "./portal.tsx";

/** « Raccordements API PISTE »: the table of « Gérer raccordement API », with the columns of the guide's screen. */
export function raccordements(visit: PersonVisit): Page {
  const { environment, person, portals, query } = visit;
  const mine = Object.entries(portals.store.scenario().environments[environment]?.raccordements ?? {}).filter(([, { structure }]) => person.structures.includes(structure));
  const shown = pageOf(query, mine.length);
  return portalPage(visit, "Raccordements API PISTE", (
    <>
      <EdiTabs environment={environment} />
      <Table caption="Raccordements API PISTE" heads={["Structure", "Application PISTE", "Type d'utilisation", "Etat courant", "Actions"]}>
        {mine.slice(shown.from, shown.to).map(([key, { structure, application, usage }]) => (
          <tr>
            <td>{labelOf(portals, environment, structure)}</td><td>{application}</td><td>{usage ?? ""}</td><td>Actif</td>
            <td>
              <form method="post" action={rootOf(environment, "raccordements")}>
                <input type="hidden" name="csrf" value={visit.session.csrf} />
                <input type="hidden" name="raccordement" value={key} />
                <button class="quiet" aria-label={`Mettre fin au raccordement de ${structure} à ${application}`}>Mettre fin</button>
              </form>
            </td>
          </tr>
        ))}
      </Table>
      <Pagination of={shown} action={rootOf(environment, "raccordements")} />
      <p><a class="button" href={rootOf(environment, "raccordements/declarer")}>Déclarer un raccordement PISTE</a></p>
    </>
  ));
}

export function endRaccordement(visit: PersonVisit): Redirect {
  const { environment, form, person, portals } = visit;
  const key = form.text("raccordement");
  const ended = own(portals.store.scenario().environments[environment]?.raccordements, key);
  if (ended === undefined || !declarable(visit).includes(ended.structure)) {
    return redirect(rootOf(environment, "raccordements"), person.structures.includes(ended?.structure ?? "") ? MODIFICATION_NEEDED : undefined);
  }
  put(portals, environment, "raccordements", key, undefined);
  return redirect(rootOf(environment, "raccordements"), "Le raccordement a pris fin.", [{ action: "remove-raccordement", environment, about: `${ended.structure} : ${ended.application}` }]);
}

/** « Déclarer un raccordement API PISTE », in its two sections. */
export function declaration(visit: PersonVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { environment, form, portals } = visit;
  const structures = declarable(visit);
  return portalPage(visit, "Déclarer un raccordement API PISTE", (
    <Form visit={visit} action={rootOf(environment, "raccordements/declarer")} mistakes={mistakes}>
      <EdiTabs environment={environment} />
      <fieldset>
        <legend>INFORMATIONS GÉNÉRALES</legend>
        <Choice name="structure" label="Structure" required value={form.text("structure")} mistakes={mistakes}
          hint={structures.length === 0 ? MODIFICATION_NEEDED : undefined}
          options={[{ value: "", label: "Choisir…" }, ...structures.map((identifiant) => ({ value: identifiant, label: labelOf(portals, environment, identifiant) }))]} />
        <TextField name="application" label="Nom de l'application PISTE" required value={form.text("application")} mistakes={mistakes}
          hint={environment === "qualification" ? "Celui de l'application SANDBOX créée sur PISTE." : "Attention, il est impossible de saisir une application SANDBOX."} />
        <Choice name="usage" label="Type d'utilisation" required value={form.text("usage")} mistakes={mistakes}
          options={["", ...USAGES].map((value) => ({ value, label: value === "" ? "Choisir…" : value }))} />
        <TextField name="editeur" label="Editeur / solution" hint="Nom de l'éditeur ou de la solution, pour l'utilisateur d'une solution." value={form.text("editeur")} mistakes={mistakes} />
      </fieldset>
      <fieldset>
        <legend>CONTACT TECHNIQUE</legend>
        <TextField name="nom" label="Nom Prénom" required value={form.text("nom")} mistakes={mistakes} />
        <TextField name="telephone" type="tel" label="Téléphone" required value={form.text("telephone")} mistakes={mistakes} />
        <TextField name="email" type="email" label="Adresse électronique" required value={form.text("email")} mistakes={mistakes} />
        <TextField name="fax" type="tel" label="Fax" value={form.text("fax")} />
      </fieldset>
      <div class="simulation">
        <Checkbox id="concentrateur" name="concentrateur" value="oui" checked={form.text("concentrateur") !== ""} label="Simulation seulement : cette application appelle pour ses clients (concentrateur), et ce raccordement les sert tous" />
      </div>
      <Buttons><button>Valider</button> <a class="button quiet" href={rootOf(environment, "raccordements")}>Annuler</a></Buttons>
    </Form>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function declare(visit: PersonVisit): Shown {
  const { environment, form, portals } = visit;
  const mistakes = mistakesOf(visit);
  if (mistakes.size > 0) return declaration(visit, mistakes);
  const [structure, application, editeur, fax] = ["structure", "application", "editeur", "fax"].map((name) => form.text(name)) as [string, string, string, string];
  put(portals, environment, "raccordements", freeKey(visit, `${structure} ${application}`), {
    structure, application, usage: form.text("usage"), ...(editeur === "" ? {} : { editeur }),
    contact: { nom: form.text("nom"), telephone: form.text("telephone"), email: form.text("email"), ...(fax === "" ? {} : { fax }) },
    ...(form.text("concentrateur") === "" ? {} : { concentrateur: true }),
  });
  return redirect(rootOf(environment, "raccordements"), "Le raccordement est déclaré. Pour appeler les API pour cette structure, il faut encore un compte technique.", [{ action: "declare-raccordement", environment, about: `${structure} : ${application}` }]);
}

/** A scenario may hold another one by any key. */
function freeKey({ environment, portals }: PersonVisit, wanted: string): string {
  const taken = portals.store.scenario().environments[environment]?.raccordements ?? {};
  let key = wanted;
  for (let count = 2; Object.hasOwn(taken, key); count++) key = `${wanted} ${count}`;
  return key;
}

function mistakesOf(visit: PersonVisit): Mistakes {
  const { environment, form, portals } = visit;
  const { applications = {}, raccordements: known = {} } = portals.store.scenario().environments[environment] ?? {};
  const mistakes = new Map<string, string>();
  const [structure, application, usage] = [form.text("structure"), form.text("application"), form.text("usage")];
  if (!declarable(visit).includes(structure)) mistakes.set("structure", "Choisissez la structure.");
  if (application === "") mistakes.set("application", "Indiquez le nom de l'application PISTE.");
  else if (environment === "production" && application.startsWith("APP_SANDBOX_")) mistakes.set("application", "Il est impossible de saisir une application SANDBOX en production.");
  // That the portal checks the name is an inference from its refusal of SANDBOX ones.
  else if (!Object.hasOwn(applications, application)) mistakes.set("application", "Aucune application PISTE ne porte ce nom, à la lettre.");
  else if (Object.values(known).some((one) => one.structure === structure && one.application === application)) mistakes.set("application", "Ce raccordement est déjà déclaré.");
  if (!USAGES.includes(usage)) mistakes.set("usage", "Choisissez le type d'utilisation.");
  if (usage === USAGES[0] && form.text("editeur") === "") mistakes.set("editeur", "Indiquez l'éditeur ou la solution.");
  for (const [name, what] of [["nom", "le nom et le prénom"], ["telephone", "le téléphone"]] as const) {
    if (form.text(name) === "") mistakes.set(name, `Indiquez ${what} du contact technique.`);
  }
  if (!form.text("email").includes("@")) mistakes.set("email", "Indiquez l'adresse électronique du contact technique.");
  return mistakes;
}

/** Where one may declare: the espace is open, and one is subscribed to it in Modification. */
const declarable = ({ environment, person, portals }: PersonVisit): readonly string[] =>
  person.structures.filter((identifiant) => rightOf(person, identifiant, structureOf(portals, environment, identifiant), "raccordements") === "MODIFICATION");

const MODIFICATION_NEEDED = "Il faut être abonné à l'espace « Raccordements EDI et API » de la structure en Modification.";

/** The two labels that the guide's screens show; nobody took down the others. */
const USAGES: readonly string[] = ["Utilisateur d'une solution d'un éditeur ou opérateur", "Utilisateur d'une application interne"];
