import type { ModelHost } from '../../CatalogueEntry';

/** What `connect-src` of the page that downloads has to name beside `'self'`. */
export function policySources(hosts: readonly ModelHost[]): readonly string[] {
  return hosts.flatMap(({ origins, redirects }) => [...origins, ...redirects]);
}

/** Whether an answer from there is one of this host: of itself, or of where it may send a request on to. */
export function isOfHost(url: string, { origins, redirects }: ModelHost): boolean {
  const { origin, protocol, host } = new URL(url);
  if (origins.includes(origin)) return true;
  return redirects.some((source) => {
    const [scheme, pattern = ''] = source.split('://');
    if (protocol !== `${scheme}:`) return false;
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
  });
}
