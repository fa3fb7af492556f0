import type { ReadOperationId } from "./operations.ts";

/** A space of Chorus Pro that a gestionnaire opens on a structure and a user subscribes to. */
export interface Espace {
  readonly id: string;
  /** The label on screen. */
  readonly label: string;
  /** The list that tells on which structures an account may use it; absent where no API tells. */
  readonly list?: ReadOperationId;
}

export const ESPACES: Readonly<Record<string, Espace>> = {
  raccordements: { id: "raccordements", label: "Raccordements EDI et API" },
  "factures-emises": {
    id: "factures-emises",
    label: "Factures émises",
    list: "transverses.structures-actives-fournisseur",
  },
  "factures-recues": {
    id: "factures-recues",
    label: "Factures reçues",
    list: "transverses.structures-actives-destinataire",
  },
  "factures-travaux": {
    id: "factures-travaux",
    label: "Factures de travaux",
    list: "transverses.structures-actives-travaux",
  },
};
