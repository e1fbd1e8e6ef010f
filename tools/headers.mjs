/**
 * The one source of the response headers: the local server, the `_headers` file for static hosts,
 * the service worker's cached copies and the tests all read it.
 */

const contentSecurityPolicy = {
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

/** Sent with every response, errors included. @type {Readonly<Record<string, string>>} */
export const securityHeaders = {
  'Content-Security-Policy': joinPolicy(contentSecurityPolicy),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Chromium 152 and later: covers what CSP does not (WebRTC, prefetch, navigation).
  'Connection-Allowlist': '(response-origin)',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The same walls for `npm run dev`, with the two doors Vite's hot reload needs: its inline styles and scripts.
 * @type {Readonly<Record<string, string>>}
 */
export const developmentHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': joinPolicy({
    ...contentSecurityPolicy,
    'style-src': [...contentSecurityPolicy['style-src'], "'unsafe-inline'"],
  }),
};

/** File names under `/assets/` carry a hash of their content. @param {string} path */
export function cacheControlOf(path) {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The `_headers` file that Netlify, Cloudflare Pages and others read. */
export function headersFile() {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, '', '/assets/*', `  Cache-Control: ${cacheControlOf('/assets/')}`, ''].join('\n');
}
