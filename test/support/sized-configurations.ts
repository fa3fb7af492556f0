import { readFileSync } from "node:fs";
import { join } from "node:path";

// Configurations of any size in each topology, all of it wanted, with secrets in environment variables.

/** A configuration and the files that it includes. */
export interface SizedConfiguration {
  readonly yaml: string;
  readonly others: Readonly<Record<string, string>>;
}

export const APIS = ["factures", "structures", "transverses", "utilisateurs"];

/** One account over `size` structures, in qualification. */
export const direct = (size: number, apis: readonly string[] = APIS): SizedConfiguration => ({
  yaml: [
    "version: 1",
    "topology: direct",
    "piste: a@exemple.fr",
    "application: EXEMPLE",
    `apis: [${apis.join(", ")}]`,
    "espaces: [factures-emises, factures-recues]",
    'contact: { nom: N, email: a@exemple.fr, telephone: "+33 4 72 00 00 01" }',
    "gestionnaire: { nom: G, email: g@exemple.fr }",
    "qualification:",
    ...Array.from({ length: size }, (_, index) => `  s${index}: ${String(10_000_000_000_000 + index)}`),
    "",
  ].join("\n"),
  others: {},
});

/** One application, and an account for each of `size` clients, in production. */
export const concentrateur = (size: number, apis: readonly string[] = APIS): SizedConfiguration => ({
  yaml: example("concentrateur").replace(/apis: .*/, `apis: [${apis.join(", ")}]`).replace(/password: .*/, 'password: { env: "PASSWORD_{code}" }').replace(/qualification: .*/, ""),
  others: { "clients.csv": clients(size) },
});

/** An application and an account for each of `size` clients, in production. */
export const editeur = (size: number): SizedConfiguration => ({
  yaml: example("editeur").replace(/ {2}secrets: chez-le-client.*/, "").replace(/qualification: .*/, ""),
  others: { "clients.csv": clients(size) },
});

/** The list of clients, each with a SIRET whose key holds; a longer list begins with the shorter one. */
export const clients = (size: number): string =>
  ["code;siret;nom", ...Array.from({ length: size }, (_, index) => `C${String(index).padStart(5, "0")};${siretOf(index)};Client`), ""].join("\n");

const siretOf = (index: number): string => {
  const start = String(100_000_000_000 + index) + "0";
  for (let key = 0; ; key++) {
    const digits = `${start}${key}`;
    const sum = digits.split("").toReversed().reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return digits;
  }
};

/** An example's configuration as it is in the repository. */
export const example = (name: string): string => readFileSync(join(import.meta.dirname, "../../examples", name, "chorus.config.yaml"), "utf8");
