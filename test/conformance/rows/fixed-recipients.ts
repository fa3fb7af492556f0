import { some, type Row, type Template } from "../row.ts";

// The five recipients of qualification, each with what it wants on an invoice.

const DOCUMENTED = "Chorus Pro documentation of the qualification data";
const TOLD_BY = `${DOCUMENTED}; that this field tells it is a conclusion`;

interface Recipient {
  readonly siret: string;
  readonly wants: string;
  readonly parametres: { readonly [field: string]: Template };
  readonly service?: string;
}

const RECIPIENTS: readonly Recipient[] = [
  { siret: "12345678200051", wants: "nothing", parametres: { codeServiceDoitEtreRenseigne: false, numeroEJDoitEtreRenseigne: false, gestionNumeroEJOuCodeService: false } },
  { siret: "12345678200036", wants: "a commitment number", parametres: { numeroEJDoitEtreRenseigne: true } },
  { siret: "12345678200028", wants: "a service", parametres: { codeServiceDoitEtreRenseigne: true }, service: "SERVICE_DEST_SERV_OBL" },
  { siret: "12345678200044", wants: "one or the other", parametres: { gestionNumeroEJOuCodeService: true }, service: "SERVICE_DEST_EJ_OU_SERV_OBL" },
  { siret: "11000201100044", wants: "what the State wants", parametres: {}, service: "SFACETAT" },
];

export const FIXED_RECIPIENTS_ROWS: readonly Row[] = RECIPIENTS.flatMap(({ siret, wants, parametres, service }): readonly Row[] => [
  {
    name: `the fixed recipient ${siret} is always there`,
    says: `fixed qualification recipients: ${siret}`,
    source: DOCUMENTED,
    certainty: "secondary",
    sends: { to: "structures/v1/rechercher", body: { structure: { identifiantStructure: siret, typeIdentifiantStructure: "SIRET" } } },
    expects: { status: 200, body: { listeStructures: some({ identifiantStructure: siret, statut: "ACTIVE" }) } },
    remembers: { [`id${siret}`]: "listeStructures.0.idStructureCPP" },
  },
  {
    name: `the fixed recipient ${siret} wants ${wants}`,
    says: `${siret} wants ${wants} on an invoice; it is public`,
    source: TOLD_BY,
    certainty: "inferred",
    sends: { to: "structures/v1/consulter", body: { idStructureCPP: `{id${siret}}`, codeLangue: "fr" } },
    expects: { status: 200, body: { informationGenerales: { identifiantStructure: siret, structurePriveePublique: "PUBLIQUE" }, parametres } },
  },
  ...(service === undefined ? [] : [{
    name: `the fixed recipient ${siret} has the service ${service}`,
    says: `fixed qualification recipients: ${siret} with ${service}`,
    source: DOCUMENTED,
    certainty: "secondary",
    sends: { to: "structures/v1/rechercher/services", body: { idStructure: `{id${siret}}`, parametresRechercherServicesStructure: { nbResultatsParPage: 100 } } },
    expects: { status: 200, body: { listeServices: some({ codeService: service }) } },
  } satisfies Row]),
]);
