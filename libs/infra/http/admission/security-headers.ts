/**
 * What an API sends with everything (OWASP REST Security Cheat Sheet, "Security Headers"): nothing here is to be sniffed,
 * framed, kept, or told to other sites (a page may have been opened with a key in its address). A route that serves a page or a file sets its own over them.
 */
export function securityHeaders(publicUrl: string | undefined): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
