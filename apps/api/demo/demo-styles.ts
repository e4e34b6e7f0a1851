export const DEMO_STYLES = `:root {
  color-scheme: light dark;
  --page: #fbf8f4;
  --text: #2b211a;
  --raised: #f0e8dd;
  --accent: #7a3e12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1d1714;
    --text: #f1e9e1;
    --raised: #2e2520;
    --accent: #eeb27f;
  }
}
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 17px/1.6 system-ui, sans-serif;
}
main {
  max-width: 42rem;
  margin: 0 auto;
  padding: 2rem 1.25rem 7rem;
}
h1, h2 {
  line-height: 1.2;
}
h2 {
  margin-top: 2.25rem;
}
ul {
  display: grid;
  gap: 0.5rem;
  padding: 0;
  list-style: none;
}
button {
  min-height: 44px;
  padding: 0.4rem 1rem;
  border: 1px solid var(--accent);
  border-radius: 10px;
  background: var(--raised);
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
}
a {
  color: var(--accent);
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
pre {
  overflow-x: auto;
  padding: 1rem;
  border-radius: 10px;
  background: var(--raised);
  font-size: 0.85rem;
}
`;
