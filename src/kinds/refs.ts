import { address, type Address } from "../model/address.ts";
import type { CompteTechnique, Desired, Structure } from "../model/desired.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { GestionnaireRef, Route, StructureRef } from "../model/resource.ts";
import type { Actor } from "../model/step.ts";

export const structureRef = (name: string, { identifiant, type }: Structure): StructureRef => ({
  name,
  identifiant,
  type,
});

/** Who acts for a structure; a client's gestionnaire is known by the client's code alone, his name stays outside. */
export const gestionnaireRef = (
  desired: Desired,
  of: { readonly client?: string; readonly gestionnaire?: string; readonly nom?: string },
): GestionnaireRef => {
  if (of.client !== undefined) return { name: of.client, label: of.nom ?? of.client };
  const name = of.gestionnaire ?? Object.keys(desired.gestionnaires).toSorted()[0] ?? "principal";
  return { name, label: desired.gestionnaires[name]?.nom ?? name };
};

/** The application and the account through which an account's questions are asked. */
export const routeOf = (account: string, { application }: CompteTechnique): Route | undefined =>
  application === undefined ? undefined : { application, account };

/** Who acts on PISTE: the holder of an account, known by its e-mail; a client's own account is the client's. */
export const pisteHolder = (email: string, client: string | undefined): Actor => ({
  role: "piste",
  name: email,
  label: email,
  ...(client === undefined ? {} : { client }),
});

/** What must be true before a question through an account can be answered. */
export const provenThroughAccount = (
  environment: EnvironmentName,
  route: Route | undefined,
  ...apis: readonly string[]
): readonly Address[] =>
  route === undefined
    ? []
    : [
        address(environment, "compte-technique", route.account),
        address(environment, "credentials", route.application),
        ...apis.map((api) => address(environment, "subscription", route.application, api)),
      ];
