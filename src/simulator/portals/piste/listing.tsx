import type { JSX } from "preact";
import { Table } from "../elements.tsx";
import { LISTED_APIS } from "./apis.ts";

/** What there is to select, without an account. */
export function listing(): JSX.Element {
  return (
    <Table caption="API de CHORUS PRO" heads={["Nom de l'API", "Description", "CGU"]}>
      {LISTED_APIS.map(({ title, description, cgu }) => <tr><td>{title}</td><td>{description}</td><td>{cgu}</td></tr>)}
    </Table>
  );
}
