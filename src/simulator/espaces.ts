import type { EspaceId } from "./scenario.ts";

/** How Chorus Pro numbers and labels its espaces. The numbers are this simulator's own: none is published. */
export const ESPACES: Readonly<Record<EspaceId, { readonly code: number; readonly libelle: string }>> = {
  "factures-emises": { code: 1, libelle: "Factures émises" },
  "factures-recues": { code: 2, libelle: "Factures reçues" },
  "factures-travaux": { code: 3, libelle: "Factures de travaux" },
  raccordements: { code: 4, libelle: "Raccordements EDI et API" },
};
