import { connect } from 'node:net';
import { expect, test } from 'vitest';
import type { RequestLogEntry } from '../../src/simulator/request-log.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { started } from './client.ts';
import { SCENARIO, START_MS } from './scenario-fixture.ts';

const options = { now: () => START_MS, random: () => 0.5 };

test('tells a client where to go', async () => {
  const { simulator } = await started();
  const { url } = simulator;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(simulator.environmentVariables()).toEqual({
    CHORUS_QUALIFICATION_OAUTH_URL: `${url}/qualification`,
    CHORUS_QUALIFICATION_API_URL: `${url}/qualification`,
    CHORUS_PRODUCTION_OAUTH_URL: `${url}/production`,
    CHORUS_PRODUCTION_API_URL: `${url}/production`,
  });
  await simulator.close();
});

test('listens on loopback only', async () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.1', 'example.org', '127.0.0.1.example.org']) {
    await expect(startSimulator(SCENARIO, { ...options, host })).rejects.toThrow('loopback');
  }
  const simulator = await startSimulator(SCENARIO, { ...options, host: 'localhost' });
  expect((await fetch(`${simulator.url}/admin/clock`)).status).toBe(200);
  await simulator.close();
});

test('refuses a scenario that does not hold, and a port that is taken', async () => {
  await expect(startSimulator({ version: 1 } as unknown as Scenario, options)).rejects.toThrow('/environments is missing');
  const simulator = await startSimulator(SCENARIO, options);
  await expect(startSimulator(SCENARIO, { ...options, port: Number(new URL(simulator.url).port) })).rejects.toThrow('EADDRINUSE');
  await simulator.close();
});

test('closes with connections open', async () => {
  const simulator = await startSimulator(SCENARIO, options);
  await fetch(`${simulator.url}/admin/clock`);
  const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => { socket.once('connect', resolve); });
  socket.write('POST /production/api/oauth/token HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
  // It waits for nobody: the test would end by its time limit.
  await simulator.close();
  socket.destroy();
});

test('reports each request once', async () => {
  const lines: RequestLogEntry[] = [];
  const simulator = await startSimulator(SCENARIO, { ...options, log: (line) => { lines.push(line); } });
  await fetch(`${simulator.url}/qualification/cpro/structures/v1/rechercher`, { method: 'POST', body: '{}' });
  await fetch(`${simulator.url}/admin/clock`);
  expect(lines).toEqual(simulator.requests());
  expect(lines).toMatchObject([{ status: 400, method: 'POST' }]);
  await simulator.close();
});

test('a fault of its own is an opaque 500', async () => {
  const simulator = await startSimulator(SCENARIO, options);
  const poisoned = simulator.scenario() as unknown as { environments: { qualification: unknown } };
  Object.defineProperty(poisoned, 'settings', { get: () => { throw new Error('inside /secret/path'); } });
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: '7d1f2a52-6a3b-4c0e-9a55-2f0f4b1c9d10', client_secret: 'canari-secret-qualification' });
  const { access_token: token } = await (await fetch(`${simulator.url}/qualification/api/oauth/token`, { method: 'POST', body: form })).json() as { access_token: string };
  const response = await fetch(`${simulator.url}/qualification/cpro/structures/v1/rechercher`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect([response.status, await response.text()]).toEqual([500, 'Internal Server Error']);
  expect(response.headers.get('x-correlationid')).toMatch(/^Id-/);
  await simulator.close();
});
