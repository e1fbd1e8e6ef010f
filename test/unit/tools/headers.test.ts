import { describe, expect, test } from 'vitest';
import { modelHosts } from '../../../src/engines/catalogue.data';
import { policySources } from '../../../src/engines/store/download/hostPolicy';
import { headersFile, headersFor, modelsHeaders, securityHeaders } from '../../../tools/headers.mjs';

/** What a page has of its own; the rest is the same everywhere. */
const ownName =
  /^(Content-Security-Policy|Connection-Allowlist|Cross-Origin-Opener-Policy|Document-Isolation-Policy)$/;
const workspaceOnly = ["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:', 'data:'];

function policyOf(headers: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(
    (headers['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('the response headers', () => {
  const policy = policyOf(securityHeaders);

  test('allow no source outside this origin', () => {
    expect(policy['default-src']).toEqual(["'none'"]);
    for (const sources of Object.values(policy))
      for (const source of sources) expect(workspaceOnly).toContain(source);
    expect(securityHeaders['Connection-Allowlist']).toBe('(response-origin)');
  });

  test('allow no code from text and no inline style', () => {
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
  });

  test('isolate the page, which threads need', () => {
    expect(securityHeaders['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(securityHeaders['Cross-Origin-Embedder-Policy']).toBe('require-corp');
  });
});

describe('the headers of the models page', () => {
  const sources = policySources(modelHosts);
  const policy = policyOf(modelsHeaders);

  test('are sent with that page and no other', () => {
    for (const path of ['/models', '/models.html', '/models?x=1'])
      expect(headersFor(path)).toBe(modelsHeaders);
    for (const path of ['/', '/index.html', '/models/', '/modelsx', '/assets/models-1.js', '/sw.js'])
      expect(headersFor(path)).toBe(securityHeaders);
  });

  test('add the hosts of the catalogue to what it may connect to, and nothing anywhere else', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(policy['connect-src']).toEqual(["'self'", ...sources]);
    for (const [name, sources] of Object.entries(policy))
      if (name !== 'connect-src')
        for (const source of sources) expect(["'none'", "'self'"]).toContain(source);
    expect(modelsHeaders['Connection-Allowlist']).toBe(
      `(response-origin ${sources.map((host) => JSON.stringify(host)).join(' ')});redirects=allow`,
    );
  });

  test('name hosts by https and a whole name, or its subdomains', () => {
    for (const host of sources) expect(host).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  });

  test('are else those of the workspace', () => {
    for (const [name, value] of Object.entries(securityHeaders))
      if (!ownName.test(name)) expect(modelsHeaders[name]).toBe(value);
  });

  test('part it from whatever opened it, and isolate it all the same', () => {
    expect(modelsHeaders['Cross-Origin-Opener-Policy']).toBe('noopener-allow-popups');
    expect(modelsHeaders['Document-Isolation-Policy']).toBe('isolate-and-require-corp');
  });
});

describe('the file for static hosts', () => {
  const rules = new Map(
    headersFile()
      .split('\n\n')
      .map((rule) => {
        const [path = '', ...lines] = rule.trim().split('\n');
        return [
          path,
          lines.map(
            (line) =>
              line
                .trim()
                .split(/: (.*)/)
                .slice(0, 2) as [string, string],
          ),
        ];
      }),
  );
  /** As Netlify and Cloudflare do: every rule that matches, values of one header joined with a comma. */
  const sent = (path: string): Record<string, string> => {
    const joined: Record<string, string> = {};
    for (const [pattern, lines] of rules) {
      const matches = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      if (matches)
        for (const [name, value] of lines) joined[name] = joined[name] ? `${joined[name]}, ${value}` : value;
    }
    return joined;
  };

  test.each(['/', '/index.html', '/sw.js', '/assets/files-1.js', '/models', '/models.html'])(
    'gives %s its own policy beside the widest, and its own allowlist alone',
    (path) => {
      const headers = sent(path);
      const own = headersFor(path);
      expect(headers['Connection-Allowlist']).toBe(own['Connection-Allowlist']);
      expect(headers['Content-Security-Policy']?.split(', ')).toContain(own['Content-Security-Policy']);
      for (const [name, value] of Object.entries(own))
        if (!/^(Content-Security-Policy|Connection-Allowlist)$/.test(name)) expect(headers[name]).toBe(value);
    },
  );

  test('gives every other path a policy too, and none that lets the workspace hold on to it', () => {
    const headers = sent('/icons/icon.svg');
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect(headers['Cross-Origin-Opener-Policy']).toBeUndefined();
  });
});
