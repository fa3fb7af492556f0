import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_PREFIXES } from '../../src/simulator/apis.ts';
import { OPERATIONS } from '../../src/simulator/routes.ts';
import { started } from './client.ts';
import type { Client } from './client.ts';
import { SIEGE } from './scenario-fixture.ts';

let client: Client;
beforeAll(async () => { client = await started(); });
afterAll(async () => { await client.simulator.close(); });

const FIELDS = [
  'structure', 'parametres', 'idStructure', 'idService', 'idStructureCPP', 'identifiantStructure', 'typeIdentifiantStructure',
  'parametresRechercherServicesStructure', 'parametresRechercherEspaces', 'parametresRecherche', 'rechercheFactureParFournisseur',
  'paramRecherche', 'nbResultatsParPage', 'pageResultatDemandee', 'triColonne', 'triSens', 'siretStructure', 'identifiant',
  'op', 'val', '_sort', '_desc', '_fields', 'reception_edi', '__proto__', 'constructor',
];

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer(), fc.double(), fc.string(), fc.boolean(), fc.constant(null),
    fc.constantFrom(SIEGE, 'SIRET', 'IN', '=', 'IdentifiantStructure', 'Descendant', 1e308, -0)),
  node: fc.oneof({ depthSize: 'small' }, tie('leaf'), fc.array(tie('node'), { maxLength: 3 }), tie('object')),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), tie('node'), { maxKeys: 5 }),
})).object;

test('no body makes an operation fail from inside', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...OPERATIONS), value, fc.constantFrom(SIEGE, 'x', '%00', '__proto__'), async (operation, body, reference) => {
    const path = operation.path.replace('{reference}', reference);
    const reply = await client.call(`${API_PREFIXES[operation.api]}/v1/${path}`, {
      method: operation.method,
      ...(operation.method === 'GET' ? {} : { body }),
    });
    expect([200, 204, 400, 403]).toContain(reply.status);
  }), { numRuns: 600 });
});

test('no bytes bring it down', async () => {
  const port = Number(new URL(client.simulator.url).port);
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.string().map((text) => Buffer.from(`GET /${text} HTTP/1.1\r\nhost: x\r\n\r\n`))), async (bytes) => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.end(bytes); });
      socket.on('error', () => undefined).on('close', () => { resolve(); }).resume();
    });
  }), { numRuns: 100 });
  expect((await client.admin('GET', 'clock')).status).toBe(200);
});
