/** Values that clients send by mistake or on purpose, and that somebody somewhere does not expect. */
import fc from 'fast-check';
import type { InputSchema } from '#testing/documented-calls';

const LONG = 'x'.repeat(1024 * 1024);
const LONELY_SURROGATE = '\ud800';

/** What databases, templates, shells, paths, pages and spreadsheets may take for theirs. */
const FRAGMENTS = [
  "' or 1=1 --",
  "'; drop table bot; --",
  '" union select null, version() --',
  '%\\_%',
  '$1',
  '{{7*7}}',
  ['$', '{7*7}'].join(''),
  '#{7*7}',
  '<%= 7*7 %>',
  '{{constructor.constructor("return process")()}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..\\..\\boot.ini',
  '$(id)',
  '`id`',
  '=1+1',
  '(a+)+$',
  '[',
  '\\',
  'javascript:alert(1)',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
];

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', 'null'];

const CHARACTERS = [
  'a\u0000b',
  '\u0000',
  LONELY_SURROGATE,
  `${LONELY_SURROGATE}a\udc00`,
  '\u001b[31m\u0007\b',
  '\r\nX-Injected: 1',
  '\u202eabc\u202c',
  '\ufeff',
  '\uffff',
  '\u2028\u2029',
  '👩‍👩‍👧‍👦'.repeat(40),
  'e\u0301'.repeat(500),
  '\u0344'.repeat(300),
  'İıŞß',
  '   ',
  '\t\n',
  '',
];

const NUMBERS = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e21];

const DATES = ['2030-02-30', '0000-00-00', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '-000001-01-01', '1e3'];

export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CHARACTERS) },
  { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...DATES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(10_001), 'x'.repeat(65_537), LONG) },
);

/** Objects with names that mean something to JavaScript; written as text, because no literal makes them. */
export const POISONED = [
  '{"__proto__": {"name": "polluted", "admin": true}}',
  '{"constructor": {"prototype": {"name": "polluted"}}}',
  '{"__proto__": null, "toString": 1, "hasOwnProperty": 2}',
];

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Values nested without sense, as text. */
export const DEEP = [deep(100), deep(5_000), deep(100_000), `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`];

/** Fields of an object, more than anybody looks at. */
export const MANY_FIELDS = Array.from({ length: 20_000 }, (_, index) => `"k${index}": 1`).join();

export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], [{}], { length: 5 }) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom(...POISONED).map((text) => JSON.parse(text) as unknown) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom(deep(100), deep(2_000)).map((text) => JSON.parse(text) as unknown) },
  { weight: 1, arbitrary: fc.constantFrom('', 0, 'a').map((one) => Array.from({ length: 2_000 }, () => one)) },
);

/** Just inside and just outside of what a schema allows. */
export function edgesOf(schema: InputSchema): unknown[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, enum: values } = schema;
  const text = (length: number) => 'a'.repeat(Math.min(length, LONG.length));
  const list = (length: number) => Array.from({ length: Math.min(length, 5_000) }, (_, index) => `a${index}`);
  return [
    ...(minimum === undefined ? [] : [minimum, minimum - 1]),
    ...(maximum === undefined ? [] : [maximum, maximum + 1]),
    ...(minLength ? [text(minLength), text(minLength - 1)] : []),
    ...(maxLength === undefined
      ? []
      : [text(maxLength), text(maxLength + 1), '🦜'.repeat(Math.min(maxLength, 50_000))]),
    ...(minItems ? [list(minItems - 1)] : []),
    ...(maxItems === undefined ? [] : [list(maxItems), list(maxItems + 1)]),
    ...(values ? [...values, `${values[0]} `, String(values[0]).toUpperCase()] : []),
  ];
}
