/**
 * Bundles the widget into one script that a page loads, `dist/clients/widget.js`. Fails when it has become too large.
 *
 * DOMPurify is taken from its sources, as its package has them, without the lists of what it allows when it is told
 * nothing: the widget always tells it (`safe-html.ts`), and with empty lists it would allow less, not more. swc minifies
 * what esbuild has bundled, because its output is a twentieth smaller.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minifySync } from '@swc/core';
import { build, transformSync } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outFile = path.resolve(here, '../../dist/clients/widget.js');
const purify = path.resolve(createRequire(import.meta.url).resolve('dompurify'), '../..');
const { version, license } = JSON.parse(readFileSync(path.join(purify, 'package.json'), 'utf8'));
/** As it travels. */
const MAX_GZIPPED_BYTES = 30_000;
/** The oldest browsers that have constructed style sheets. */
const CSS_TARGET = ['chrome111', 'firefox113', 'safari16.4'];
const LICENCE = `/*! Contains DOMPurify ${version} | (c) Cure53 and other contributors | ${license} */\n`;

const slimPurify = {
  name: 'slim-purify',
  setup(bundler) {
    bundler.onResolve({ filter: /^dompurify$/ }, () => ({ path: path.join(purify, 'src/purify.ts') }));
    bundler.onLoad({ filter: /dompurify[\\/]src[\\/](?:tags|attrs)\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/freeze\(\[[^\]]*\]/g, (list) =>
        list.includes("'#text'") ? list : 'freeze([]',
      ),
      loader: 'ts',
    }));
  },
};

const code = LICENCE + minified(await bundled());
const gzippedBytes = gzipSync(code, { level: 9 }).length;
process.stdout.write(`Chat widget: ${gzippedBytes} bytes gzipped.\n`);
if (gzippedBytes > MAX_GZIPPED_BYTES) {
  console.error(`It may have ${MAX_GZIPPED_BYTES}.`);
  process.exit(1);
}
mkdirSync(path.dirname(outFile), { recursive: true });
writeFileSync(outFile, code);

async function bundled() {
  const { outputFiles } = await build({
    entryPoints: [path.join(here, 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    define: { WIDGET_STYLES: JSON.stringify(styles()), VERSION: JSON.stringify(version) },
    plugins: [slimPurify],
    write: false,
  });
  return outputFiles[0].text;
}

function styles() {
  const source = readFileSync(path.join(here, 'styles.css'), 'utf8');
  return transformSync(source, { loader: 'css', minify: true, target: CSS_TARGET }).code.trim();
}

function minified(code) {
  const compress = { passes: 3, ecma: 2020, toplevel: true, unsafe_arrows: true };
  return minifySync(code, { compress, mangle: { toplevel: true }, ecma: 2020, sourceMap: false }).code;
}
