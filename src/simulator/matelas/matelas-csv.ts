import type { Matelas } from "./generate-matelas.ts";

/**
 * The CSV download of a *matelas de données*: `Entite;Libelle;Valeur`, one line a value. The labels are those that
 * users quote from it; the one of the user's password is inferred from the gestionnaire's.
 */
export function matelasCsv(matelas: Matelas): string {
  const rows = matelas.flatMap(({ entite, siret, service, gestionnaire, utilisateur }) => [
    [entite, "SIRET Structure", siret],
    [entite, "Code du service", service],
    [entite, "Login compte GP", gestionnaire.login],
    [entite, "Mot de passe Compte GP", gestionnaire.motDePasse],
    [entite, "Login compte US", utilisateur.login],
    [entite, "Mot de passe Compte US", utilisateur.motDePasse],
  ]);
  return [["Entite", "Libelle", "Valeur"], ...rows].map((row) => `${row.join(";")}\r\n`).join("");
}
