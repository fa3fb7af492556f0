/**
 * How often things are otherwise than a plan would have them in a generated world. Invented, but of the order that
 * integrators tell of: most clients are done, some wait, and every kind of trouble occurs in a few hundred.
 */
export const DISTRIBUTION = {
  /** Structures of La Poste, whose key is its own (production). */
  laPoste: 0.01,
  /** Public structures. */
  public: 0.1,
  /** Structures that Chorus Pro does not know. Nothing that needs them exists either. */
  structureAbsent: 0.02,
  /** Structures that are there and inactive. */
  structureInactive: 0.01,
  /** Structures with one to three services of their own, and the services among them that are inactive. */
  withServices: 0.3,
  serviceInactive: 0.1,
  /** Structures where « Factures émises » is not open. */
  espaceClosed: 0.05,
  /** Structures where it is open, and the account not habilitated to it. */
  notHabilitated: 0.03,
  /** Structures that the account of their gestionnaire is not attached to (direct). */
  notAttached: 0.03,
  /** Comptes techniques that do not exist yet (clients). */
  accountAbsent: 0.06,
  /** Comptes techniques whose login has the index 2. */
  secondIndex: 0.05,
  /** Comptes techniques that reach another client's structure: they have their gestionnaire's rights. */
  reachesAnother: 0.04,
  /** Ages of passwords: past their 424 days, in their last 30, in their first 30 minutes. The others are in between. */
  passwordExpired: 0.02,
  passwordExpiring: 0.06,
  accountJustCreated: 0.01,
  /** Raccordements that are not declared. */
  raccordementAbsent: 0.05,
  /** PISTE applications that do not exist, are disabled, lack the consent to one API, or its selection (éditeur). */
  applicationAbsent: 0.04,
  applicationDisabled: 0.01,
  consentMissing: 0.02,
  selectionMissing: 0.02,
} as const;
