import { expect, test } from 'vitest';
import { outsideAddresses } from '../../../tools/outsideAddresses.mjs';

test('finds the address of another host, whatever its scheme', () => {
  const code = 'fetch("https://cdn.example.net/a.js"); new WebSocket(`WSS://example.org`)';
  expect(outsideAddresses(code)).toEqual(['https://cdn.example.net/a.js', 'WSS://example.org']);
});

test('passes the names of XML namespaces and no host that looks like one', () => {
  expect(outsideAddresses('"http://www.w3.org/2000/svg"')).toEqual([]);
  expect(outsideAddresses('"http://www.w3.org.example.net/"')).toHaveLength(1);
});
