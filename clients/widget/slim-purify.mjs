/**
 * DOMPurify from the sources that its package brings, with the options of the widget worked out beforehand, which halves it.
 *
 * - The lists of what it allows when it is told nothing are empty: `safe-html.ts` always tells it, and empty lists could only
 *   allow less.
 * - Options that `safe-html.ts` does not set have their defaults, those that it sets their values, as constants, so that the
 *   bundler leaves out what they never reach. Every assignment to such an option has to be the one that reads it, or give it
 *   that very value; if a new version differs, the build fails, and somebody has to look.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(createRequire(import.meta.url).resolve('dompurify'), '../..');

const OPTIONS = {
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_SELF_CLOSE_IN_ATTR: true,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  FORCE_BODY: false,
  IN_PLACE: false,
  KEEP_CONTENT: true,
  RETURN_DOM: true,
  RETURN_DOM_FRAGMENT: true,
  RETURN_TRUSTED_TYPE: false,
  SAFE_FOR_TEMPLATES: false,
  SAFE_FOR_XML: true,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: false,
  USE_PROFILES: false,
  WHOLE_DOCUMENT: false,
};

export const PURIFY = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** A plugin of esbuild. */
export const slimPurify = {
  name: 'slim-purify',
  setup(bundler) {
    const load = (filter, change) =>
      bundler.onLoad({ filter }, (file) => ({ contents: change(readFileSync(file.path, 'utf8')), loader: 'ts' }));
    bundler.onResolve({ filter: /^dompurify$/ }, () => ({ path: path.join(ROOT, 'src/purify.ts') }));
    load(/dompurify[\\/]src[\\/](?:tags|attrs)\.ts$/, withEmptyLists);
    load(/dompurify[\\/]src[\\/]purify\.ts$/, withFixedOptions);
  },
};

function withEmptyLists(source) {
  return source.replace(/freeze\(\[[^\]]*\]/g, (list) => (list.includes("'#text'") ? list : 'freeze([]'));
}

function withFixedOptions(source) {
  return Object.entries(OPTIONS).reduce((text, [name, value]) => fixed(text, name, value), source);
}

function fixed(source, name, value) {
  const declaration = new RegExp(`^  let ${name}(?:: [^=]+)? = (?:true|false);`, 'gm');
  const given = `cfg\\.${name} (?:\\|\\| false|!== false)|objectHasOwnProperty\\(cfg, '${name}'\\)[^;]*: false`;
  const reading = new RegExp(`^    ${name} = (?:${given});`, 'gm');
  const repetition = new RegExp(`^( {4,})${name} = ${value};`, 'gm');
  if (source.match(declaration)?.length !== 1 || source.match(reading)?.length !== 1) throw changed(name);
  const text = source.replace(reading, '').replace(repetition, '').replace(declaration, `  const ${name} = ${value};`);
  if (new RegExp(`(?<!const )\\b${name} =[^=]`).test(text)) throw changed(name);
  return text;
}

const changed = (name) =>
  new Error(`DOMPurify ${PURIFY.version} treats ${name} in another way than slim-purify.mjs knows.`);
