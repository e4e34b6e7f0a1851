import { exampleOf } from './add-examples';
import type { Schema } from './schemas-in';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

test('an example is what the field says, or else made from its type and description', () => {
  const thing: Schema = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'Display name. Any language.' },
      colour: { type: 'string', example: 'red' },
      madeAt: { type: 'string', format: 'date-time' },
      share: { type: 'number', minimum: 0, maximum: 1 },
      kind: { type: 'string', const: 'thing' },
      state: ref('State'),
      size: { anyOf: [{ type: 'integer', minimum: 5 }, { type: 'null' }] },
    },
  };
  const schemas = { State: { type: 'string', enum: ['on', 'off'] } };
  expect(exampleOf(thing, schemas, 'all')).toEqual({
    name: 'Display name',
    colour: 'red',
    madeAt: '2030-01-31T12:00:00.000Z',
    share: 0.9,
    kind: 'thing',
    state: 'on',
    size: 5,
  });
  expect(exampleOf(thing, schemas, 'given')).toEqual({ name: 'Display name', colour: 'red' });
});

test('what contains itself is told once', () => {
  const tree: Schema = {
    type: 'object',
    properties: { label: { type: 'string', example: 'top' }, children: { type: 'array', items: ref('Tree') } },
  };
  expect(exampleOf(ref('Tree'), { Tree: tree }, 'all')).toEqual({ label: 'top' });
});
