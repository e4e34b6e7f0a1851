/** A form and nothing else: no script, nothing from elsewhere. */
export const LOGIN_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Bull Board writes styles into its elements; fonts that it would fetch from elsewhere are not fetched. */
export const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const STYLES = `body{font-family:system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;margin:0;background:#f4f5f7;color:#1b1f24}
form{background:#fff;padding:2rem;border-radius:.5rem;box-shadow:0 1px 4px #0003;display:grid;gap:.75rem;width:18rem}
h1{font-size:1.1rem;margin:0}label{display:grid;gap:.25rem;font-size:.85rem}input,button{font:inherit;padding:.5rem}
p{color:#a40000;margin:0;font-size:.85rem}`;

/** @param problem of ours, and so without anything that somebody has sent */
export function loginPage(path: string, problem?: string): string {
  const told = problem === undefined ? '' : `<p role="alert">${problem}</p>\n`;
  return page(
    path,
    `${told}<label>Username <input name="username" autocomplete="username" required maxlength="254" autofocus></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required maxlength="256"></label>
<button>Log in</button>`,
  );
}

/** A link alone ends nothing: pages of others could follow it. */
export function logoutPage(path: string): string {
  return page(path, '<button>Log out</button>');
}

function page(path: string, inside: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Parley: queues</title>
<link rel="icon" href="data:,">
<style>${STYLES}</style>
</head>
<body>
<form method="post" action="${path}">
<h1>Queues of Parley</h1>
${inside}
</form>
</body>
</html>
`;
}
