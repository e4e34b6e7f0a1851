/**
 * What an API sends with everything (OWASP REST Security Cheat Sheet, "Security Headers"): nothing here is to be sniffed,
 * framed or kept. A route that serves a page or a file sets its own over them.
 */
export function securityHeaders(publicUrl: string | undefined): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
