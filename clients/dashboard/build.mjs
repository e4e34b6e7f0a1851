/** Bundles the dashboard into `dist/clients/dashboard.js` and `dashboard.css`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outFolder = process.argv[2] ?? path.resolve(here, '../../dist/clients');
/** What the style sheet and `Intl` need. */
const TARGET = ['chrome111', 'firefox113', 'safari16.4'];

await build({
  entryPoints: { dashboard: path.join(here, 'main.ts') },
  bundle: true,
  format: 'iife',
  minify: true,
  target: TARGET,
  charset: 'utf8',
  legalComments: 'eof',
  outdir: outFolder,
});
await build({
  entryPoints: { dashboard: path.join(here, 'styles.css') },
  bundle: true,
  minify: true,
  target: TARGET,
  outdir: outFolder,
});
