import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHttpDate, formatIso, parseIso } from '../../src/simulator/iso-time.ts';

const instant = fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(9999, 11, 31) });

test('agrees with the platform', () => {
  fc.assert(fc.property(instant, (ms) => {
    const iso = new Date(ms).toISOString();
    expect(formatIso(ms)).toBe(iso);
    expect(parseIso(iso)).toBe(ms);
    expect(formatHttpDate(ms)).toBe(new Date(ms).toUTCString());
  }), { numRuns: 2000 });
});

test.each(['2026-11-24', '2026-11-24T09:12Z', '2026-11-24T09:12:30+05:30', '2026-11-24T09:12:30.5-11:00', '2024-02-29T23:59:59.123456789Z'])('%s', (text) => {
  expect(parseIso(text)).toBe(Date.parse(text));
});

test.each(['', '2026', '2026-13-01', '2026-11-32', '2026-11-24T24:00Z', '2026-11-24T09:12', '24/11/2026', '2026-11-24 09:12Z'])('refuses %j', (text) => {
  expect(parseIso(text)).toBeUndefined();
});
