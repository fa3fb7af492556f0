import { businessRefusal, success } from "../envelope.ts";
import { integerOf } from "../input.ts";
import { vatNumber } from "../identifiers.ts";
import { formatIso } from "../iso-time.ts";
import type { JsonObject } from "../json.ts";
import { present } from "../operation.ts";
import type { Call, Operation } from "../operation.ts";
import type { Structure } from "../structure.ts";
import { passwordExpiry } from "../technical-account.ts";
import { canRead, NOT_READABLE } from "./attached.ts";

/**
 * Official Structures description 1.0.0, `consulterStructureAvecTVAIntraCom`: only structures that the
 * account is attached to, or public ones. The password expiry is told for its own home structure only.
 */
export const consulterStructure: Operation = {
  api: "structures",
  method: "POST",
  path: "consulter",
  input: { idStructureCPP: { kind: "integer", required: true }, codeLangue: { kind: "text" } },
  answer: (call) => {
    const structure = call.world.structureById(integerOf(call.body, "idStructureCPP") ?? 0);
    if (structure === undefined || !canRead(call, structure)) {
      return businessRefusal(NOT_READABLE);
    }
    return success({
      adressePostaleDuSiege: { pays: "FR" },
      informationGenerales: informationGenerales(call, structure),
      parametres: {
        codeServiceDoitEtreRenseigne: structure.exige === "service",
        connexionEDI: structure.edi.connexion,
        estMoaUniquement: false,
        estValideurDelegue: false,
        gestionNumeroEJOuCodeService: structure.exige === "engagement-ou-service",
        getaMoa: false,
        nonDiffusibleInsee: false,
        numeroEJDoitEtreRenseigne: structure.exige === "engagement",
        recevoirDonneesViaEDI: structure.edi.reception,
        statutMiseEnPaiementNestPasRemonte: false,
      },
    });
  },
};

function informationGenerales({ account }: Call, one: Structure): JsonObject {
  const vat = vatNumber(one.type, one.identifiant);
  const home = account.structure === one.identifiant;
  return present({
    idStructureCPP: one.id,
    identifiantStructure: one.identifiant,
    typeIdentifiantStructure: one.type,
    raisonSocialeStructure: one.designation,
    libelleStructure: one.designation,
    nomStructure: one.type === "PARTICULIER" ? one.designation : undefined,
    numeroTVA: vat === "" ? undefined : vat,
    structurePriveePublique: one.nature,
    estValideurDeleguee: false,
    listeStructureDupliquees: [],
    dateExpirationMotPasseCompteTech: home ? formatIso(passwordExpiry(account)) : undefined,
  });
}
