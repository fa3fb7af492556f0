import { addMatelas } from "../../matelas/add-matelas.ts";
import { generateMatelas } from "../../matelas/generate-matelas.ts";
import { matelasCsv } from "../../matelas/matelas-csv.ts";
import { Buttons, Choice, Form, Table } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { File, Page, Redirect, Shown } from "../portals.ts";
import { notFound } from "../simulation/refusals.tsx";
import { onPortal, portalPage, rootOf } from "./portal.tsx";
import type { PortalVisit } from "./portal.tsx";

/** Test data exist in qualification alone. */
export const inQualification = (answer: (visit: PortalVisit) => Shown) =>
  onPortal((visit) => (visit.environment === "qualification" ? answer(visit) : notFound()));

/** « Mon matelas de données »: fictitious structures, and the people who enter there. */
export function matelas(visit: PortalVisit): Page {
  const { session } = visit;
  const rows = (session.once.get(CSV)?.secret ?? "").split("\r\n").slice(1, -1).map((line) => line.split(";"));
  return portalPage(visit, "Mon matelas de données", (
    <>
      <Form visit={visit} action={rootOf("qualification", "matelas")}>
        <Choice name="type" label="Type de matelas" value="fournisseur" options={[{ value: "fournisseur", label: "Fournisseur" }, { value: "pa", label: "Plateforme agréée" }]} />
        <Buttons><button>Créer</button></Buttons>
      </Form>
      {rows.length > 0 && (
        <>
          <h2>Votre matelas</h2>
          <p><a class="button" href={rootOf("qualification", "matelas.csv")}>Télécharger le CSV</a></p>
          <Table caption="Votre matelas" heads={["Entite", "Libelle", "Valeur"]}>
            {rows.map(([entite, libelle, valeur]) => <tr><td>{entite}</td><td>{libelle}</td><td>{valeur}</td></tr>)}
          </Table>
          <p><a href={rootOf("qualification", "connexion")}>Se connecter</a> avec « Login compte GP » et « Mot de passe Compte GP ».</p>
        </>
      )}
    </>
  ));
}

/** The same structures whatever the type: what another would hold is not documented. */
export function createMatelas({ portals, session }: PortalVisit): Redirect {
  const made = generateMatelas(Math.floor(portals.random() * 2 ** 31));
  portals.store.replace(addMatelas(portals.store.scenario(), made));
  session.once.set(CSV, { of: "matelas", secret: matelasCsv(made) });
  return redirect(rootOf("qualification", "matelas"), "Le matelas est créé.", [
    { action: "create-matelas", environment: "qualification", about: made.map(({ siret }) => siret).join(", ") },
  ]);
}

export function downloadMatelas({ session }: PortalVisit): File | Page {
  const csv = session.once.get(CSV);
  if (csv === undefined) return notFound();
  return { kind: "file", answer: { status: 200, headers: { "content-type": "text/csv;charset=utf-8", "content-disposition": 'attachment; filename="matelas.csv"' }, body: csv.secret } };
}

const CSV = "matelas";
