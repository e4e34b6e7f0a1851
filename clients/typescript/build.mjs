/**
 * Builds the package: `node clients/typescript/build.mjs [folder]`, into `dist` unless told otherwise. One file of JavaScript
 * for `import` and one for `require`, each beside its types in a folder that says which of the two it is. With tools of the
 * repository.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outFolder = path.resolve(process.argv[2] ?? path.join(here, 'dist'));
const FORMS = { esm: 'module', cjs: 'commonjs' };

rmSync(outFolder, { recursive: true, force: true });
writeTypes(path.join(outFolder, 'esm'));
cpSync(path.join(outFolder, 'esm'), path.join(outFolder, 'cjs'), { recursive: true });
for (const [format, type] of Object.entries(FORMS)) {
  const folder = path.join(outFolder, format);
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ type })}\n`);
  await build({
    entryPoints: [path.join(here, 'src/index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    format,
    platform: 'neutral',
    target: ['es2022', 'node18', 'chrome111', 'firefox113', 'safari16.4'],
    tsconfig: path.join(here, 'tsconfig.json'),
    sourcemap: true,
    sourcesContent: true,
    charset: 'utf8',
  });
}

function writeTypes(folder) {
  mkdirSync(folder, { recursive: true });
  const tsc = path.join(here, '../../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', path.join(here, 'tsconfig.build.json'), '--outDir', folder], {
    stdio: ['ignore', 2, 2],
  });
  for (const name of readdirSync(folder, { recursive: true }))
    if (name.endsWith('.d.ts')) withExtensions(path.join(folder, name));
}

/** Node's rules for modules want the names of files as they are. */
function withExtensions(file) {
  const text = readFileSync(file, 'utf8');
  const named = (specifier) => (/(^|\/)\.+$/.test(specifier) ? `${specifier}/index.js` : `${specifier}.js`);
  const rewritten = text.replace(
    /(from |import\()(['"])(\.[^'"]*)\2/g,
    (_, before, quote, specifier) => before + quote + named(specifier) + quote,
  );
  writeFileSync(file, rewritten);
}
