/**
 * Lets a plain Node load our TypeScript sources, for processes and threads that a test starts: Jest compiles for its own
 * process only. What was compiled is kept among the caches of node_modules, under the hash of what it was made of, since many
 * short-lived threads load the same files. The built product never loads this file.
 */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { threadId } = require('node:worker_threads');

const ROOT = path.resolve(__dirname, '../../../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/typescript-source');
const settings = readFileSync(path.join(ROOT, '.swcrc'), 'utf8');

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !context.parentURL?.endsWith('.ts')) return next(specifier, context);
    const file = `${path.resolve(path.dirname(fileURLToPath(context.parentURL)), specifier)}.ts`;
    if (!existsSync(file)) return next(specifier, context);
    return { url: pathToFileURL(file).href, format: 'commonjs', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'commonjs', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});

function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const hash = createHash('sha256').update(settings).update(filename).update(source).digest('hex');
  const kept = path.join(CACHE, `${hash}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const code = compile(filename, source);
  const unfinished = `${kept}.${process.pid}.${threadId}`;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(unfinished, code);
  renameSync(unfinished, kept);
  return code;
}

function compile(filename, source) {
  const { transformSync } = require('@swc/core');
  const options = { ...JSON.parse(settings), $schema: undefined, sourceMaps: 'inline', swcrc: false, filename };
  return transformSync(source, options).code;
}
