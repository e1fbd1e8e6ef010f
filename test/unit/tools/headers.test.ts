import { describe, expect, test } from 'vitest';
import { headersFile, securityHeaders } from '../../../tools/headers.mjs';

describe('the response headers', () => {
  const policy = Object.fromEntries(
    (securityHeaders['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );

  test('allow no source outside this origin', () => {
    expect(policy['default-src']).toEqual(["'none'"]);
    const allowed = new Set(["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:', 'data:']);
    for (const sources of Object.values(policy))
      for (const source of sources) expect(allowed).toContain(source);
  });

  test('allow no code from text and no inline style', () => {
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
  });

  test('isolate the page, which threads need', () => {
    expect(securityHeaders['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(securityHeaders['Cross-Origin-Embedder-Policy']).toBe('require-corp');
  });

  test('are written for static hosts one to a line under the path they hold for', () => {
    const lines = headersFile().split('\n');
    expect(lines[0]).toBe('/*');
    for (const [name, value] of Object.entries(securityHeaders))
      expect(lines).toContain(`  ${name}: ${value}`);
  });
});
