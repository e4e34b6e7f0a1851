/** Bundles the widget into one script that a page loads, `dist/clients/widget.js`. Fails when it has become too large. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minifySync } from '@swc/core';
import { build, transformSync } from 'esbuild';
import { PURIFY, slimPurify } from './slim-purify.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const outFile = process.argv[2] ?? path.resolve(here, '../../dist/clients/widget.js');
/** As it travels. */
const MAX_GZIPPED_BYTES = 20_000;
/** The oldest browsers that have all that it needs. */
const CSS_TARGET = ['chrome111', 'firefox113', 'safari16.4'];
const LICENCE = `/*! DOMPurify ${PURIFY.version}, Cure53 and contributors, ${PURIFY.license} */\n`;

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
    define: { WIDGET_STYLES: JSON.stringify(styles()), VERSION: JSON.stringify(PURIFY.version) },
    plugins: [slimPurify],
    write: false,
  });
  return outputFiles[0].text;
}

function styles() {
  const source = readFileSync(path.join(here, 'styles.css'), 'utf8');
  return transformSync(source, { loader: 'css', minify: true, target: CSS_TARGET }).code.trim();
}

/** By swc, whose output is a twentieth smaller, gzipped, than that of esbuild. */
function minified(source) {
  const compress = { passes: 3, ecma: 2020, toplevel: true, unsafe_arrows: true };
  return minifySync(source, { compress, mangle: { toplevel: true }, ecma: 2020, sourceMap: false }).code;
}
