import { modelHosts } from '../src/engines/modelHosts.mjs';

/**
 * The one source of the response headers: the local server, the `_headers` file for static hosts,
 * the service worker's cached copies and the tests all read it.
 */

/** Where the models page may connect to, besides its own origin: the hosts, and where they send requests on to. */
export const modelSources = modelHosts.flatMap(({ origins, redirects }) => [...origins, ...redirects]);

/** Of the workspace, which sees data, and of everything that is not a page: nothing but where it came from. */
const workspacePolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // The engine starts its threads from a blob of our own script.
  'worker-src': ["'self'", 'blob:'],
  'connect-src': ["'self'", 'blob:'],
  'img-src': ["'self'", 'blob:', 'data:'],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
};

/** Of the page that fetches models: it may reach their hosts. It runs no engine, so no wasm and no thread of a blob. */
const modelsPolicy = {
  ...workspacePolicy,
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'", ...modelSources],
  'img-src': ["'self'"],
};

/** What a page here may do at most: both policies together. */
const widestPolicy = { ...workspacePolicy, 'connect-src': ["'self'", 'blob:', ...modelSources] };

const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** @param {Record<string, string[]>} policy */
function joinPolicy(policy) {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

const commonHeaders = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
};

/** Chromium 152 and later: covers what CSP does not (WebRTC, prefetch, navigation). */
const connectionAllowlist = 'Connection-Allowlist';
const csp = 'Content-Security-Policy';
const openerPolicy = 'Cross-Origin-Opener-Policy';
const isolationPolicy = 'Document-Isolation-Policy';

/** Sent with every response but the models page, errors included. @type {Readonly<Record<string, string>>} */
export const securityHeaders = {
  [csp]: joinPolicy(workspacePolicy),
  [connectionAllowlist]: '(response-origin)',
  [openerPolicy]: 'same-origin',
  ...commonHeaders,
};

/**
 * Sent with the models page. The hosts redirect to their own mirrors; where to is held by the CSP, which looks at
 * every step. A script of the workspace that opens this page gets no hold of it, or it could use its reach: browsers part
 * pages whose opener policies differ, those that know this one part them from any, and the isolation policy parts their
 * scripts while the page stays isolated.
 * @type {Readonly<Record<string, string>>}
 */
export const modelsHeaders = {
  [csp]: joinPolicy(modelsPolicy),
  [connectionAllowlist]: `(response-origin ${modelSources.map((source) => `"${source}"`).join(' ')});redirects=allow`,
  [openerPolicy]: 'noopener-allow-popups',
  [isolationPolicy]: 'isolate-and-require-corp',
  ...commonHeaders,
};

const modelsPaths = ['/models', '/models.html'];

/** The headers of what lies at an address of this app. @param {string} url a path, or more of it */
export function headersFor(url) {
  return modelsPaths.includes(url.split(/[?#]/, 1)[0] ?? '') ? modelsHeaders : securityHeaders;
}

/**
 * The same walls for `npm run dev`, with the two doors Vite's hot reload needs: its inline styles and scripts.
 * @param {string} url
 */
export function developmentHeadersFor(url) {
  const headers = headersFor(url);
  const policy = headers === modelsHeaders ? modelsPolicy : workspacePolicy;
  return {
    ...headers,
    [csp]: joinPolicy({ ...policy, 'style-src': [...policy['style-src'], "'unsafe-inline'"] }),
  };
}

/** File names under `/assets/` carry a hash of their content. @param {string} path */
export function cacheControlOf(path) {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read. Where several rules hold for a path they join
 * the values of one header with a comma: two policies then hold together, while of two allowlists only the first
 * would. So everything gets the widest policy, each page its own beside it, and the allowlists never meet. What is no page
 * has no opener policy, which parts it from the workspace: its scripts get no hold of what that policy lets reach further.
 */
export function headersFile() {
  /** @param {string} path @param {Readonly<Record<string, string>>} headers */
  const rule = (path, headers) => [
    path,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ];
  /** @param {Readonly<Record<string, string>>} headers */
  const own = (headers) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !(name in commonHeaders)));
  return [
    ...rule('/*', { [csp]: joinPolicy(widestPolicy), ...commonHeaders }),
    ...['/', '/index.html', '/sw.js'].flatMap((path) => rule(path, own(securityHeaders))),
    ...modelsPaths.flatMap((path) => rule(path, own(modelsHeaders))),
    ...rule('/assets/*', { ...own(securityHeaders), 'Cache-Control': cacheControlOf('/assets/') }),
  ].join('\n');
}
