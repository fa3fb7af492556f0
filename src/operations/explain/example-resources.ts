import { loadConfiguration } from "../../config/load.ts";
import type { KindName } from "../../model/address.ts";
import type { Resource } from "../../model/resource.ts";
import { KIND_ORDER } from "../../kinds/kinds.ts";
import { wantedResources } from "../../plan/plan.ts";

/** One resource of each kind, from a configuration that wants all of them. */
export const exampleResources = async (): Promise<ReadonlyMap<KindName, Resource>> => {
  const bytes = new TextEncoder().encode(EVERYTHING);
  const files = { read: async () => Promise.resolve(bytes), stat: async () => Promise.resolve({ size: bytes.length, mode: 0o644 }), glob: async () => Promise.resolve([]) };
  const { desired } = await loadConfiguration({ files, entry: "chorus.config.yaml", places: "of-errors" });
  const resources = desired === undefined ? [] : wantedResources(desired, 0);
  return new Map(KIND_ORDER.flatMap((kind) => resources.find((resource) => resource.kind === kind) ?? []).map((resource) => [resource.kind, resource]));
};

const EVERYTHING = `
version: 1
topology: direct
piste: facturation@exemple-btp.fr
application: EXEMPLE-BTP-FACTURATION
apis: [factures, structures, transverses, utilisateurs, organisations]
espaces: [factures-emises]
contact: { nom: Service intégration, email: facturation@exemple-btp.fr, telephone: "+33 4 72 00 00 01" }
gestionnaire: { nom: Direction financière, email: finances@exemple-btp.fr }
structures:
  siege: { identifiant: 73282932000074, services: [FACTURES], edi: { reception: true } }
qualification:
  siege: { identifiant: 33254021516357, services: [FACTURES], edi: { reception: true }, accepte: [CHR-SIRET-KEY] }
`;
