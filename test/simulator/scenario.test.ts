import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { API_PREFIXES } from '../../src/simulator/apis.ts';
import { checkScenario } from '../../src/simulator/check-scenario.ts';
import { DEFAULT_SETTINGS } from '../../src/simulator/scenario.ts';
import { SCENARIO } from './scenario-fixture.ts';

const schema = JSON.parse(readFileSync(new URL('../../schemas/scenario.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

/** Every part of the format at least once. */
const FULL = {
  ...SCENARIO,
  settings: DEFAULT_SETTINGS,
  environments: {
    ...SCENARIO.environments,
    qualification: {
      ...SCENARIO.environments.qualification,
      applications: { app: { compte: 'a@b.fr', clientId: 'id', clientSecret: 's', active: false, consentements: ['factures'], apis: [], quotaParSeconde: 20 } },
      structures: { x: { type: 'AUTRE', designation: 'X', nature: 'PUBLIQUE', statut: 'INACTIVE', services: { s: { nom: 'S', actif: true } }, espaces: ['raccordements'], edi: { reception: true, connexion: false } } },
      comptesTechniques: { t: { motDePasse: 'p', structure: 'x', rattachements: ['x'], habilitations: { x: ['factures-travaux'] }, motDePasseChangeLe: '2026-01-31', creeLe: '2026-01-31T23:59Z' } },
      raccordements: { r: { structure: 'x', application: 'app', usage: 'u', editeur: 'e', contact: { nom: 'n', telephone: '+33', email: 'a@b.fr' }, concentrateur: true } },
    },
  },
};

function agree(value: unknown): boolean {
  const bySchema = validate(value);
  const byHand = checkScenario(value).length === 0;
  expect(byHand, JSON.stringify({ byHand: checkScenario(value), bySchema: validate.errors })).toBe(bySchema);
  return byHand;
}

test('good scenarios hold for both', () => {
  for (const good of [SCENARIO, FULL, { version: 1, environments: {} }, { version: 1, environments: { production: {} } }]) expect(agree(good)).toBe(true);
});

test('bad scenarios hold for neither', () => {
  for (const bad of [null, 1, 'x', [], {}, { version: 2, environments: {} }, { version: '1', environments: {} }, { version: 1, environments: { test: {} } }]) {
    expect(agree(bad)).toBe(false);
  }
});

test('the checker and the schema agree on mutated scenarios', () => {
  const junk = fc.oneof(
    fc.constantFrom('', ' ', ':', 'a:b', 'factures', 'SIRET', 'ACTIVE', 'array', '2026-13-01', '2026-11-24T10:00:00Z', '2026-11-24T24:00Z', 0, 1, -1, 1.5, true, null, [], {}, ['factures'], ['x', 1]),
    fc.jsonValue({ maxDepth: 2 }),
  );
  let held = 0;
  fc.assert(fc.property(fc.nat(), fc.constantFrom('replace', 'delete', 'add', 'rename'), junk, fc.string(), (at, how, value, key) => {
    const copy = asJson(FULL);
    const places = placesOf(copy);
    const place = places[at % places.length];
    if (place === undefined || key === '__proto__') return;
    const { parent, name } = place;
    const old = parent[name];
    if (how === 'replace') parent[name] = value;
    else if (how === 'add') put(parent, key, value);
    else if (Array.isArray(parent)) parent.splice(Number(name), 1);
    else delete parent[name];
    if (how === 'rename') put(parent, key, old);
    if (agree(copy)) held += 1;
  }), { numRuns: 4000 });
  expect(held).toBeGreaterThan(100);
});

function put(parent: Container, key: string, value: unknown): void {
  if (Array.isArray(parent)) parent.push(value);
  else parent[key] = value;
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

type Container = Record<string, unknown>;

function placesOf(value: unknown): readonly { parent: Container; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [{ parent: value as Container, name }, ...placesOf(child)]);
}

describe('the schema', () => {
  test('describes and exemplifies every property, with examples that hold', () => {
    for (const { at, property } of propertiesOf(schema, '')) {
      expect(property['description'], at).toEqual(expect.any(String));
      expect(property['examples'], at).toEqual([expect.anything(), ...Array.from({ length: (property['examples'] as unknown[]).length - 1 }, () => expect.anything())]);
      const valid = new Ajv({ strict: false }).compile({ ...property, definitions: schema.definitions });
      for (const example of property['examples'] as unknown[]) expect(valid(example), at).toBe(true);
    }
  });

  test('has the defaults of the code, the APIs of the code, and no keyword that counts or formats', () => {
    const settings = schema.definitions.settings.properties as Record<string, { default: unknown }>;
    expect(Object.fromEntries(Object.entries(settings).map(([name, one]) => [name, one.default]))).toEqual(DEFAULT_SETTINGS);
    expect(schema.definitions.api.enum).toEqual(Object.keys(API_PREFIXES));
    expect(JSON.stringify(schema)).not.toMatch(/"(minLength|maxLength|format|uniqueItems)"/);
  });
});

interface Property { readonly at: string; readonly property: Container }

function propertiesOf(node: unknown, at: string): readonly Property[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    if (key === 'examples') return [];
    const own = key === 'properties'
      ? Object.entries(child as Container).map(([name, property]) => ({ at: `${at}/${name}`, property: property as Container }))
      : [];
    return [...own, ...propertiesOf(child, `${at}/${key}`)];
  });
}
