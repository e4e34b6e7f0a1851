import { DEMO_QUESTION } from './help-centre';

/** Of the first one the answer has two parts; the last one the help centre cannot answer; then a person is asked for. */
const QUESTIONS = [
  DEMO_QUESTION,
  'How do I reset my password?',
  'Which grind do I need for a French press?',
  'Can I return an opened bag?',
  'Do you sell bicycles?',
  'I want to talk to a human',
];

export interface DemoFacts {
  apiKey: string;
  /** Without a slash at its end. */
  baseUrl: string;
}

export function demoPage({ apiKey, baseUrl }: DemoFacts): string {
  const questions = QUESTIONS.map(
    (text) => `<li><button type="button" class="question">${escaped(text)}</button></li>`,
  );
  return page(
    `<main data-api-key="${escaped(apiKey)}">
<h1>Fernhill Coffee</h1>
<p>This is the page of an invented coffee roaster. Its chat, in the corner, knows their help centre.</p>
<h2>Questions to try</h2>
<ul>${questions.join('')}</ul>
<h2>The chat on your own page</h2>
<p>Make a public key for one of your bots, with the origins of your pages, and paste this before <code>&lt;/body&gt;</code>:</p>
<pre id="snippet" tabindex="0">${escaped(snippet(baseUrl))}</pre>
<p><button type="button" id="copy">Copy</button> <span id="copied" role="status"></span></p>
<h2>How it looks</h2>
<p>
<button type="button" class="theme" value="light">Light</button>
<button type="button" class="theme" value="dark">Dark</button>
<button type="button" class="theme" value="auto">As the system</button>
<button type="button" class="theme" value="#7b2d8e">Purple</button>
</p>
<p><a href="/docs">API documentation</a></p>
</main>
<script src="/demo/demo.js"></script>
<script src="/widget.js" async></script>`,
  );
}

export function noDemoPage(): string {
  return page(`<main>
<h1>There is no demo here</h1>
<p>The demo bot of this installation, or its public key, was deleted. Everything else works: see the
<a href="/docs">API documentation</a>.</p>
</main>`);
}

function snippet(baseUrl: string): string {
  return `<script>
  window.OurPlatformConfig = {
    apiKey: 'pk_live_...',
    greeting: 'Hello! How can we help?',
  };
</script>
<script src="${baseUrl}/widget.js" async></script>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chat demo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/demo.css">
</head>
<body>
${body}
</body>
</html>
`;
}

function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign]!);
}
