/**
 * SIRETs of the right kind. In production the key holds: Luhn over fourteen digits, over the nine of the SIREN too,
 * and for La Poste a sum of digits divisible by five. In qualification the data are fictitious and the key fails.
 */

/** An establishment of a company that both keys hold for. Each pair of numbers (below 10^8 and 10^4) gives its own. */
export function siretOf(company: number, establishment: number): string {
  const body = companyBody(company);
  const siren = `${body}${luhnDigit(body)}`;
  const most = `${siren}${digits(establishment, 4)}`;
  return `${most}${luhnDigit(most)}`;
}

/** The same as {@link siretOf} with a key that fails, as those of the *matelas de données* do. `shift` is in [0, 8]. */
export function falseSiretOf(company: number, establishment: number, shift: number): string {
  const siret = siretOf(company, establishment);
  return `${siret.slice(0, -1)}${(Number(siret.slice(-1)) + 1 + shift) % 10}`;
}

/** An establishment of La Poste, below 10^4: fourteen digits whose sum is a multiple of five. */
export function laPosteSiret(establishment: number): string {
  const most = `${LA_POSTE}${digits(establishment, 4)}`;
  return `${most}${(5 - (digitSum(most) % 5)) % 5}`;
}

/** Whether the key of a SIRET holds in production. */
export function hasKey(siret: string): boolean {
  return luhnSum(siret) % 10 === 0 || (siret.startsWith(LA_POSTE) && digitSum(siret) % 5 === 0);
}

// An odd multiplier that five does not divide permutes the numbers below 10^8: companies look unlike and never meet.
// Two numbers that follow each other would give La Poste's own body once in 10^8; it is left to La Poste.
function companyBody(company: number): string {
  const body = digits((company * 61_803_399 + 12_345_678) % 100_000_000, 8);
  return body === LA_POSTE.slice(0, 8) ? "99999999" : body;
}

function luhnDigit(digitsBefore: string): number {
  return (10 - (luhnSum(`${digitsBefore}0`) % 10)) % 10;
}

function luhnSum(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(text.length - 1 - index) - ZERO;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

function digitSum(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index) - ZERO;
  return sum;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

const ZERO = 48;
const LA_POSTE = "356000000";
