/** The content security policy this page was served with, asked of our own server; null when it cannot be read. */
export async function readPolicy(): Promise<string | null> {
  try {
    const response = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return response.headers.get('content-security-policy');
  } catch {
    return null;
  }
}
