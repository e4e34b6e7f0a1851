import { expectProportionalTime } from '#testing';
import { JsonSchemas } from './json-schemas';
import { schemaFault } from './schema-check';
import { isSimplePattern } from './simple-pattern';

describe('a schema of somebody else', () => {
  const schemas = new JsonSchemas();

  test('passes when it is what tools have', async () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: {
        city: { type: 'string', pattern: '^[A-Za-z -]+$', format: 'email' },
        size: { $ref: '#/$defs/size' },
        days: { type: 'array', items: { enum: ['mon', 'tue'] }, uniqueItems: true },
      },
      required: ['city'],
      additionalProperties: false,
      $defs: { size: { type: 'integer', minimum: 1 } },
    };
    expect(await schemas.faultOf(schema)).toBeUndefined();
    expect(await schemas.check(schema, { city: 'Rome', size: 2, days: ['mon'] })).toEqual({ outcome: 'fits' });
    const unfit = async (value: unknown) => {
      const verdict = await schemas.check(schema, value);
      return verdict.outcome === 'unfit' ? `${verdict.field} ${verdict.message}` : verdict.outcome;
    };
    expect(await unfit({})).toBe('city must be given');
    expect(await unfit({ city: 'Rome', size: 'big' })).toBe('size must be integer');
    expect(await unfit({ city: 'Rome', size: 0 })).toBe('size must be >= 1');
    expect(await unfit({ city: 'Rome', days: ['sun'] })).toContain('days.0 must be equal to one of the allowed values');
    expect(await unfit({ city: 'Rome', extra: 1 })).toBe('extra must be left out');
    expect(await unfit('Rome')).toBe(' must be object');
    expect(await unfit({ city: 'R'.repeat(2_000) })).toContain('city must match pattern');
    expect(await unfit({ city: 'R'.repeat(70_000) })).toBe(' must be at most 65536 bytes as JSON');
  });

  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `d${n}`,
      { allOf: [{ $ref: `#/$defs/d${n + 1}` }, { $ref: `#/$defs/d${n + 1}` }] },
    ]),
  );
  test.each([
    ['a list', [], 'be a JSON Schema object'],
    ['a reference elsewhere', { $ref: 'https://evil.example/schema.json' }, 'refer only to parts of itself'],
    ['a reference to a file', { properties: { a: { $ref: 'other.json#/a' } } }, 'refer only to parts of itself'],
    ['itself again', { properties: { a: { $ref: '#' } } }, 'not be recursive'],
    [
      'a circle',
      { $ref: '#/$defs/a', $defs: { a: { not: { $ref: '#/$defs/b' } }, b: { $ref: '#/$defs/a' } } },
      'not be recursive',
    ],
    ['what doubles', { $ref: '#/$defs/d0', $defs: { ...doubling, d40: {} } }, 'have at most'],
    ['what is not there', { $ref: '#/$defs/none' }, 'have what it refers to'],
    ['what is inherited', { $ref: '#/constructor' }, 'have what it refers to'],
    [
      'a circle that hides behind the name of a field',
      { properties: { enum: { not: { $ref: '#' } } } },
      'not be recursive',
    ],
    ['a reference in other letters', { $ref: '#/$defs/%61', $defs: { '%61': {} } }, 'refer only to parts of itself'],
    ['a name of a part', { not: { $id: 'part', $ref: '#/x' }, x: {} }, 'not use $id within itself'],
    ['a dynamic reference', { $dynamicRef: '#x' }, 'not use $dynamicRef'],
    ['a repeated repetition', { pattern: '^(a+)+$' }, 'have simple regular expressions'],
    ['one as the name of a field', { patternProperties: { '(x*)*': {} } }, 'have simple regular expressions'],
    ['too much', { description: 'x'.repeat(40_000) }, 'be at most 32,768 bytes long'],
    ['too deep', nested(40), 'be nested at most 32 deep'],
  ])('is refused with %s', (_, schema, fault) => {
    expect(schemaFault(schema)).toContain(fault);
  });

  test('may call its fields as it likes', () => {
    const names = ['$ref', '$id', 'pattern', 'enum', 'properties', '$dynamicRef', '__proto__'];
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    expect(schemaFault({ type: 'object', properties })).toBeUndefined();
  });

  test('of a wrong form is refused, and a value of one unknown', async () => {
    const schema = { type: 'objekt' };
    expect(await schemas.faultOf(schema)).toBe('be a JSON Schema of draft 2020-12');
    expect(await schemas.check(schema, {})).toMatchObject({ outcome: 'unknown' });
    expect(await schemas.check({ $ref: '#' }, {})).toMatchObject({ outcome: 'unknown' });
  });

  test('does not see what objects inherit', async () => {
    expect(await schemas.check({ type: 'object', required: ['toString'] }, {})).toMatchObject({ outcome: 'unfit' });
  });

  test('is evaluated in time in proportion to the value', async () => {
    const schema = {
      type: 'array',
      items: { anyOf: [{ type: 'string', pattern: '^[a-z]+@[a-z]+$' }, { type: 'number' }] },
    };
    await expectProportionalTime((size) => schemas.check(schema, Array<string>(size / 16).fill('abcdefgh')), 4_096);
  });
});

test.each([
  ['^[a-z0-9-]+$', true],
  ['^[^@]+@[^@]+$', true],
  ['^(?:GET|POST)$', true],
  ['\\d{4}-\\d{2}', true],
  ['^\\(\\+\\)*$', true],
  ['(a|b)*', false],
  ['(?:a+){2}', false],
  ['(?=a)b', false],
  ['(?<!a)b', false],
  ['(a)\\1', false],
  ['a*b*c*', false],
  ['a{1000}', false],
  ['[', false],
  ['x'.repeat(201), false],
])('the pattern %s is simple: %s', (pattern, isSimple) => {
  expect(isSimplePattern(pattern)).toBe(isSimple);
});

function nested(depth: number): object {
  return depth === 0 ? {} : { not: nested(depth - 1) };
}
