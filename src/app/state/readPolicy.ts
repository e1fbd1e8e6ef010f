/**
 * The content security policy this page was served with, asked of our own server or of its
 * copy kept for offline; null when it cannot be read.
 */
export async function readPolicy(): Promise<string | null> {
  try {
    const response = await fetch(location.pathname);
    return response.headers.get('content-security-policy');
  } catch {
    return null;
  }
}
