import { draw } from "../generate/draw.ts";
import { falseSiretOf } from "../generate/siret.ts";
import { password } from "./password.ts";

/** One structure of a *matelas de données*, with the people who enter there. */
export interface MatelasStructure {
  /** Its part in an invoice, as the CSV download names it. */
  readonly entite: string;
  readonly nature: "PRIVEE" | "PUBLIQUE";
  readonly siret: string;
  readonly service: string;
  readonly gestionnaire: Person;
  readonly utilisateur: Person;
}

export interface Person {
  readonly login: string;
  readonly motDePasse: string;
}

export type Matelas = readonly MatelasStructure[];

/**
 * *Mon matelas de données* of the qualification portal, for a seed: fictitious structures whose SIRET fails the key,
 * with logins, services and passwords of the form that the portal gives. It holds no compte technique: the
 * gestionnaire creates one.
 */
export function generateMatelas(seed: number): Matelas {
  const at = draw(seed, "qualification", "matelas");
  const company = at.integer(100_000_000);
  return ENTITIES.map(({ entite, nature }, index) => {
    const siret = falseSiretOf((company + index) % 100_000_000, 1 + at.integer(999), at.integer(9));
    const word = nature === "PRIVEE" ? "PRIVE" : "PUBLIQUE";
    return {
      entite,
      nature,
      siret,
      service: `SERVICE_${word}_1_${siret}`,
      gestionnaire: { login: `GEST_${word}_1_${siret}@cpro.fr`, motDePasse: password(at) },
      utilisateur: { login: `USER_${word}_1_${siret}@cpro.fr`, motDePasse: password(at) },
    };
  });
}

/** Who takes part in a works invoice. That a MOA and recipients are public, the others private, is an inference. */
const ENTITIES: readonly Pick<MatelasStructure, "entite" | "nature">[] = [
  { entite: "Fournisseur", nature: "PRIVEE" },
  { entite: "Valideur", nature: "PRIVEE" },
  { entite: "MOE", nature: "PRIVEE" },
  { entite: "MOA", nature: "PUBLIQUE" },
  { entite: "Destinataire 1", nature: "PUBLIQUE" },
  { entite: "Destinataire 2", nature: "PUBLIQUE" },
];
