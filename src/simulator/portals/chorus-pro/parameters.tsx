import { ESPACES } from "../../espaces.ts";
import { own } from "../../own.ts";
import type { EspaceId, Right, ScenarioAccount } from "../../scenario.ts";
import { changeEnvironment, put } from "../change-scenario.ts";
import { Buttons, Checkbox, Form, Table } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { ClosedStep, Page, Redirect } from "../portals.ts";
import { ALL_ESPACES, rightOf } from "./people.ts";
import { portalPage } from "./portal.tsx";
import { structurePath } from "./structures.tsx";
import type { StructureVisit } from "./structures.tsx";

/** The settings of a structure: its espaces, one's own subscription to each, and its EDI parameters. */
export function parameters(visit: StructureVisit): Page {
  const { identifiant, person, structure } = visit;
  return portalPage(visit, `Paramètres de la structure ${identifiant}`, (
    <Form visit={visit} action={structurePath(visit, "parametres")}>
      <p>Un espace s'ouvre sur la structure, puis chacun s'y abonne, en Consultation ou en Modification. Il paraît dans le menu à la connexion suivante.</p>
      <Table caption="Espaces" heads={["Espace", "Ouvert", "Mon abonnement"]}>
        {ALL_ESPACES.map((espace) => (
          <tr>
            <td>{ESPACES[espace].libelle}</td>
            <td><Checkbox id={`ouvert-${espace}`} name="espaces" value={espace} label={`Ouvrir l'espace ${ESPACES[espace].libelle}`} hiddenLabel checked={structure.espaces?.includes(espace) === true} /></td>
            <td>
              <label class="unseen" for={`abonnement-${espace}`}>Mon abonnement à {ESPACES[espace].libelle}</label>
              <select id={`abonnement-${espace}`} name={`abonnement-${espace}`}>
                {SUBSCRIPTIONS.map(({ value, label }) => <option value={value} selected={(rightOf(person, identifiant, structure, espace) ?? "") === value}>{label}</option>)}
              </select>
            </td>
          </tr>
        ))}
      </Table>
      <fieldset>
        <legend>Paramètres EDI</legend>
        <Checkbox id="reception" name="edi" value="reception" label="Recevoir les cycles de vie par EDI" checked={structure.edi?.reception === true} />
        <Checkbox id="connexion" name="edi" value="connexion" label="Émettre des flux EDI" checked={structure.edi?.connexion === true} />
      </fieldset>
      <Buttons><button>Valider</button></Buttons>
    </Form>
  ));
}

/** The gestionnaire's comptes techniques have his rights: what he subscribes to here, they may use. */
export function saveParameters(visit: StructureVisit): Redirect {
  const { environment, form, identifiant, person, portals, structure } = visit;
  const espaces = ALL_ESPACES.filter((espace) => form.all("espaces").includes(espace));
  const mine = Object.fromEntries(espaces.flatMap((espace) => {
    const right = RIGHTS.find((known) => known === form.text(`abonnement-${espace}`));
    return right === undefined ? [] : [[espace, right] as const];
  })) as { readonly [E in EspaceId]?: Right };
  const edi = { reception: form.all("edi").includes("reception"), connexion: form.all("edi").includes("connexion") };
  const isEdi = structure.edi !== undefined || edi.reception || edi.connexion;
  put(portals, environment, "structures", identifiant, { ...structure, espaces, ...(isEdi ? { edi } : {}) });
  changeEnvironment(portals, environment, (content) => ({
    ...content,
    gestionnaires: { ...content.gestionnaires, [person.login]: withSubscriptions(visit, mine) },
    comptesTechniques: Object.fromEntries(Object.entries(content.comptesTechniques ?? {}).map(([login, account]) =>
      [login, person.structures.includes(account.structure) ? withRights(account, identifiant, Object.keys(mine) as EspaceId[]) : account])),
  }));
  const unseen = espaces.some((espace) => mine[espace] === undefined);
  const told = unseen ? "Un espace ouvert auquel vous n'êtes pas abonné n'y paraîtra pas." : "";
  return redirect(structurePath(visit, "parametres"), `Les paramètres sont enregistrés. Un espace ouvert paraît dans le menu après une reconnexion. ${told}`.trim(), closesOf(visit, espaces, mine, edi));
}

function withSubscriptions({ environment, identifiant, person, portals }: StructureVisit, mine: { readonly [E in EspaceId]?: Right }) {
  const written = own(portals.store.scenario().environments[environment]?.gestionnaires, person.login) ?? { structures: person.structures };
  // Somebody of whom nothing was said had everything that is open: from here on it is said, structure by structure.
  const before = written.abonnements ?? Object.fromEntries(person.structures.map((one) => [one, everything(portals.store.world(environment).structure(one)?.espaces ?? [])]));
  return { ...written, abonnements: { ...before, [identifiant]: mine } };
}

const everything = (espaces: readonly EspaceId[]): { readonly [E in EspaceId]?: Right } => Object.fromEntries(espaces.map((espace) => [espace, "MODIFICATION" as const]));

const withRights = (account: ScenarioAccount, identifiant: string, espaces: readonly EspaceId[]): ScenarioAccount =>
  ({ ...account, habilitations: { ...account.habilitations, [identifiant]: espaces } });

function closesOf({ environment, identifiant, person, structure }: StructureVisit, espaces: readonly EspaceId[], mine: { readonly [E in EspaceId]?: Right }, edi: { readonly reception: boolean; readonly connexion: boolean }): readonly ClosedStep[] {
  const opened = espaces.filter((espace) => mine[espace] !== undefined && rightOf(person, identifiant, structure, espace) !== mine[espace]);
  const isEdiNew = edi.reception !== (structure.edi?.reception ?? false) || edi.connexion !== (structure.edi?.connexion ?? false);
  return [
    ...opened.map((espace) => ({ action: "open-espace", environment, about: `${identifiant} : ${ESPACES[espace].libelle}` })),
    ...(isEdiNew ? [{ action: "set-edi-by-hand", environment, about: identifiant }] : []),
  ];
}

const RIGHTS: readonly Right[] = ["CONSULTATION", "MODIFICATION"];
const SUBSCRIPTIONS = [{ value: "", label: "Aucun" }, { value: "CONSULTATION", label: "Consultation" }, { value: "MODIFICATION", label: "Modification" }];
