/** Swagger UI with a list of the dialects. Everything comes from this server; no script stands in the page itself. */
export function pagePolicy(publicUrl: string | undefined): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    // The documents name PUBLIC_URL as their server; the page may have been opened under another name.
    `connect-src 'self'${publicUrl ? ` ${new URL(publicUrl).origin}` : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return { 'content-security-policy': policy.join('; ') };
}

export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley API: Swagger UI</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/assets/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
}

export interface DocumentChoice {
  name: string;
  url: string;
}

/**
 * A key in the page's own query (`/docs?api_key=...`) opens the documents where they are not public. Logging in through
 * "Try it out" also authorises the page with the access token.
 */
export function pageScript(choices: readonly DocumentChoice[]): string {
  return `'use strict';
const key = new URLSearchParams(location.search).get('api_key');
const documents = ${JSON.stringify(choices)};
const ui = SwaggerUIBundle({
  urls: documents,
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  requestInterceptor: (request) => {
    if (key && request.loadSpec) request.headers['X-API-Key'] = key;
    return request;
  },
  responseInterceptor: (response) => {
    if (response.ok && /\\/auth\\/login$/.test(response.url)) {
      const token = response.body?.data?.accessToken;
      if (token) for (const scheme of ['jwt', 'platformJwt']) ui.preauthorizeApiKey(scheme, token);
    }
    return response;
  },
});
`;
}
