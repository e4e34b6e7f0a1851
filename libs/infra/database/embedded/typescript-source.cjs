/**
 * Lets a plain Node load our TypeScript sources, for an engine that a test starts: Jest compiles for its own process
 * only. The built product never loads this file.
 */
const { readFileSync, existsSync } = require('node:fs');
const { registerHooks } = require('node:module');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { transformSync } = require('@swc/core');

const options = JSON.parse(readFileSync(path.resolve(__dirname, '../../../../.swcrc'), 'utf8'));

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !context.parentURL?.endsWith('.ts')) return next(specifier, context);
    const file = `${path.resolve(path.dirname(fileURLToPath(context.parentURL)), specifier)}.ts`;
    if (!existsSync(file)) return next(specifier, context);
    return { url: pathToFileURL(file).href, format: 'commonjs', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...options,
      $schema: undefined,
      sourceMaps: 'inline',
      swcrc: false,
      filename,
    });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});
