import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { started } from './client.ts';
import type { Client } from './client.ts';
import { LOGIN, LYON, PASSWORD, SANDBOX, SCENARIO, SIEGE } from './scenario-fixture.ts';

let client: Client;
beforeEach(async () => { client = await started(); });
afterEach(async () => { await client.simulator.close(); });

describe('the scenario', () => {
  test('is read whole', async () => {
    expect(await client.admin('GET', 'scenario')).toMatchObject({ status: 200, body: SCENARIO });
  });

  test('is replaced', async () => {
    expect((await client.admin('PUT', 'scenario', { version: 1, environments: {} })).status).toBe(204);
    expect(client.simulator.scenario()).toEqual({ version: 1, environments: {} });
    expect((await client.askToken('qualification', { grant_type: 'client_credentials', client_id: SANDBOX.clientId, client_secret: SANDBOX.clientSecret })).body.error)
      .toBe('invalid_client');
  });

  test('is patched: merge, replace lists, null deletes', async () => {
    await client.patch({ structures: { [LYON]: null, nouvelle: { designation: 'Nouvelle' } }, comptesTechniques: { [LOGIN]: { rattachements: ['nouvelle'] } } });
    const { structures, comptesTechniques } = client.simulator.scenario().environments.qualification ?? {};
    expect(structures).not.toHaveProperty(LYON);
    expect(structures).toMatchObject({ nouvelle: { designation: 'Nouvelle' }, [SIEGE]: { designation: 'Exemple BTP siège' } });
    expect(comptesTechniques?.[LOGIN]).toMatchObject({ motDePasse: PASSWORD, rattachements: ['nouvelle'] });
    const { body } = await client.call('structures/v1/rechercher', { body: { structure: { identifiantStructure: 'nouvelle' } } });
    expect(body.listeStructures).toHaveLength(1);
  });

  test.each([
    ['an unknown field', 'PATCH', { environments: { qualification: { structures: { [SIEGE]: { couleur: 'bleu' } } } } }, `/environments/qualification/structures/${SIEGE}/couleur`],
    ['a missing field', 'PATCH', { environments: { qualification: { structures: { [SIEGE]: { designation: null } } } } }, `/environments/qualification/structures/${SIEGE}/designation`],
    ['a wrong value', 'PATCH', { settings: { in: 'xml' } }, '/settings/in'],
    ['a deleted version', 'PATCH', { version: null }, '/version'],
    ['not a map', 'PATCH', [], ''],
    ['not a scenario', 'PUT', { hello: 1 }, '/version'],
  ])('%s: 400 with the reasons, nothing changed', async (_, method, body, path) => {
    const before = (await client.admin('GET', 'scenario')).text;
    const reply = await client.admin(method, 'scenario', body);
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toContainEqual({ path, message: expect.any(String) });
    expect((await client.admin('GET', 'scenario')).text).toBe(before);
  });

  test('not JSON: 400; unknown names: 404; other methods: 405', async () => {
    expect((await client.send('/admin/scenario', { method: 'PUT', body: '{' })).status).toBe(400);
    expect((await client.admin('GET', 'else')).status).toBe(404);
    const reply = await client.admin('DELETE', 'scenario');
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, PUT, PATCH');
  });

  test('a key named __proto__ stays a key', async () => {
    const reply = await client.send('/admin/scenario', {
      method: 'PATCH', body: '{"environments":{"qualification":{"structures":{"__proto__":{"designation":"Proto"}}}}}',
    });
    expect(reply.status).toBe(204);
    const { body } = await client.call('structures/v1/rechercher', { body: { structure: { identifiantStructure: '__proto__' } } });
    expect(body.listeStructures).toMatchObject([{ designationStructure: 'Proto' }]);
  });

  test('a large one is accepted', async () => {
    const structures = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [String(33254021500000 + index), { designation: `Structure ${index}`.padEnd(80, '.') }]));
    expect((await client.patch({ structures })).status).toBe(204);
    const { body } = await client.call('structures/v1/rechercher', { body: { structure: { identifiantStructure: '33254021500001' } } });
    expect(body.listeStructures).toHaveLength(1);
  });
});

describe('the clock', () => {
  test('stands, is set and advances', async () => {
    expect((await client.admin('GET', 'clock')).body).toEqual({ now: '2026-11-24T09:12:00.000Z' });
    expect((await client.admin('PUT', 'clock', { advanceMs: 1500 })).body).toEqual({ now: '2026-11-24T09:12:01.500Z' });
    const reply = await client.admin('PUT', 'clock', { now: '2028-02-29T23:59:59+01:00' });
    expect(reply.body).toEqual({ now: '2028-02-29T22:59:59.000Z' });
    expect(reply.headers.get('date')).toBe('Tue, 29 Feb 2028 22:59:59 GMT');
  });

  test.each([{}, { now: 'demain' }, { advanceMs: 1.5 }, { advanceMs: '1' }, { now: '2028-01-01', advanceMs: 1 }, []])('refuses %j', async (body) => {
    expect((await client.admin('PUT', 'clock', body)).status).toBe(400);
    expect((await client.admin('GET', 'clock')).body).toEqual({ now: '2026-11-24T09:12:00.000Z' });
  });
});

describe('the log', () => {
  test('has a line a request, in simulated time, without administration', async () => {
    const token = await client.freshToken();
    await client.admin('PUT', 'clock', { advanceMs: 1000 });
    const reply = await client.call('structures/v1/rechercher?x=1', { token, body: {} });
    await client.call('structures/v1/rechercher', { token: null, account: 'personne:x', body: {} });
    const { text, headers } = await client.admin('GET', 'requests');
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      { time: '2026-11-24T09:12:00.000Z', environment: 'qualification', application: 'APP_SANDBOX_facturation@exemple-btp.fr', account: null, method: 'POST', path: '/qualification/api/oauth/token', status: 200, correlationId: expect.any(String) },
      { time: '2026-11-24T09:12:01.000Z', environment: 'qualification', application: 'APP_SANDBOX_facturation@exemple-btp.fr', account: LOGIN, method: 'POST', path: '/qualification/cpro/structures/v1/rechercher', status: 200, correlationId: reply.headers.get('x-correlationid') },
      { time: '2026-11-24T09:12:01.000Z', environment: 'qualification', application: null, account: 'personne', method: 'POST', path: '/qualification/cpro/structures/v1/rechercher', status: 400, correlationId: expect.any(String) },
    ]);
    expect(headers.get('x-requests-forgotten')).toBe('0');
    expect(client.simulator.requests()).toEqual(lines);
    expect((await client.admin('DELETE', 'requests')).status).toBe(204);
    expect((await client.admin('GET', 'requests')).text).toBe('');
  });

  test('is kept apart from the tokens that were granted', async () => {
    const tokens = [await client.freshToken(), await client.freshToken()];
    const reply = await client.admin('GET', 'tokens');
    expect((reply.body as { tokens: string[] }).tokens.slice(-2)).toEqual(tokens);
  });

  test('never has a password, a secret or a token', async () => {
    const token = await client.freshToken();
    const basic = Buffer.from(`${SANDBOX.clientId}:${SANDBOX.clientSecret}`).toString('base64');
    await client.askToken('qualification', { grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` });
    await client.askToken('qualification', { grant_type: 'client_credentials', client_id: SANDBOX.clientSecret, client_secret: 'x' });
    await client.call('structures/v1/rechercher', { token, body: { motDePasse: PASSWORD } });
    await client.call(`structures/v1/rechercher?p=${encodeURIComponent(PASSWORD)}`, { token, account: `${LOGIN}:wrong-${PASSWORD}`, body: {} });
    await client.call('structures/v1/rechercher', { token, account: null, headers: { 'cpro-account': Buffer.from(SANDBOX.clientSecret).toString('base64') }, body: {} });
    const { text } = await client.admin('GET', 'requests');
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), SANDBOX.clientSecret, basic, token]) expect(text).not.toContain(secret);
  });
});
