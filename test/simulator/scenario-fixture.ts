import type { ApiId, OauthCredentials, Scenario, ScenarioApplication } from '../../src/simulator/scenario.ts';

/** Where the tests' clock starts: 2026-11-24T09:12:00Z. */
export const START_MS = Date.UTC(2026, 10, 24, 9, 12);

export const ALL_APIS: readonly ApiId[] =
  ['factures', 'structures', 'transverses', 'utilisateurs', 'engagements', 'factures-travaux', 'organisations', 'assistance'];

export const SIEGE = '33254021516357';
export const LYON = '33254021516365';
export const NANTES = '33254021516373';
export const AUTRUI = '33254021516399';
export const MAIRIE = '12345678200010';
export const FERMEE = '33254021516400';

export const LOGIN = `TECH_1_${SIEGE}@cpro.fr`;
/** With a colon, and the punctuation of real ones. */
export const PASSWORD = 'm([t)@:~$%>é9';
export const PRODUCTION_SIEGE = '73282932000074';
export const PRODUCTION_LOGIN = `TECH_1_${PRODUCTION_SIEGE}@cpro.fr`;
export const PRODUCTION_PASSWORD = 'autre:canari-9';

export const SANDBOX: ScenarioApplication & OauthCredentials = {
  compte: 'facturation@exemple-btp.fr',
  clientId: '7d1f2a52-6a3b-4c0e-9a55-2f0f4b1c9d10',
  clientSecret: 'canari-secret-qualification',
  consentements: ALL_APIS,
  apis: ALL_APIS,
};

/** Both environments; names differ in everything, as on the real platforms. */
export const SCENARIO: Scenario = {
  version: 1,
  environments: {
    qualification: {
      applications: { 'APP_SANDBOX_facturation@exemple-btp.fr': SANDBOX },
      structures: {
        [SIEGE]: {
          designation: 'Exemple BTP siège',
          services: Object.fromEntries(Array.from({ length: 25 }, (_, index) =>
            [`SERVICE_${String(index + 1).padStart(2, '0')}`, { nom: `Service ${index + 1}`, actif: index !== 3 }])),
          espaces: ['raccordements', 'factures-emises', 'factures-recues'],
        },
        [LYON]: { designation: 'Exemple BTP Lyon', espaces: ['factures-emises', 'factures-travaux'] },
        [NANTES]: { designation: 'Exemple BTP Nantes' },
        [AUTRUI]: { designation: 'Autrui SARL', espaces: ['factures-emises'] },
        [MAIRIE]: { designation: 'Mairie exemple', nature: 'PUBLIQUE', espaces: ['factures-recues'] },
        [FERMEE]: { designation: 'Fermée', statut: 'INACTIVE', espaces: ['factures-emises'] },
        'FR-12': { designation: 'Étrangère', type: 'HORS_UE' },
      },
      comptesTechniques: {
        [LOGIN]: {
          motDePasse: PASSWORD,
          structure: SIEGE,
          rattachements: [LYON, NANTES, FERMEE, '00000000000000'],
          habilitations: { [LYON]: ['factures-travaux'] },
          motDePasseChangeLe: '2026-11-01T10:00:00+01:00',
        },
      },
      raccordements: {},
    },
    production: {
      applications: {
        'EXEMPLE-BTP-FACTURATION': {
          ...SANDBOX,
          clientId: 'a3a0b5c8-2f57-4f0a-8a53-0c1f8f7d2e01',
          clientSecret: 'canari-secret-production',
        },
      },
      structures: { [PRODUCTION_SIEGE]: { designation: 'Exemple BTP', espaces: ['factures-emises'] } },
      comptesTechniques: {
        [PRODUCTION_LOGIN]: {
          motDePasse: PRODUCTION_PASSWORD,
          structure: PRODUCTION_SIEGE,
          rattachements: [],
          motDePasseChangeLe: '2026-11-01',
        },
      },
    },
  },
};
