/** A configuration of many structures in one file: about 300 bytes each, all of them right. */
export const configuration = (count) => [...HEAD, ...Array.from({ length: count }, (_, index) => structure(index + 1)), ""].join("\n");

const structure = (n) => `  agence-${String(n).padStart(6, "0")}:
    identifiant: "${siret(n)}"
    nom: Agence numéro ${n} de l'entreprise Exemple BTP
    gestionnaire: ${n % 3 === 0 ? "finances" : "travaux"}
    espaces: [factures-emises, factures-recues]
    services:
      - FACTURES_PUBLIQUES
      - SERVICE-${n}   # ouvert
    edi: { reception: true, connexion: false }
    etat: actif`;

/** Fourteen digits with both keys right. */
const siret = (n) => {
  const siren = withKey(String(10_000_000 + n * 7));
  return withKey(`${siren}0001`);
};

const withKey = (digits) => {
  let sum = 0;
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

const HEAD = `# Une entreprise et ses agences
version: 1
topology: direct
piste: api@exemple-btp.fr
application: EXEMPLE-BTP
apis: [factures, structures, transverses, utilisateurs]
contact: { nom: Service facturation, email: facturation@exemple-btp.fr, telephone: "+33 4 72 00 00 01" }
gestionnaires:
  finances: { nom: Martin, email: martin@exemple-btp.fr }
  travaux: { nom: Durand, email: durand@exemple-btp.fr }
qualification:
  siege: "${siret(10_000_000)}"
structures:`.split("\n");
