import type { OpenAPIObject } from '@nestjs/swagger';
import { nameSchemas, schemaName } from './name-schemas';
import type { Schema } from './schemas-in';

interface Parameter {
  name: string;
  schema: Schema;
}

function named(schemas: Record<string, Schema>, parameters: Parameter[] = [], body: Schema = {}) {
  const operation = {
    operationId: 'makeThing',
    tags: ['Things'],
    parameters,
    requestBody: { content: { json: { schema: body } } },
  };
  const document = {
    openapi: '3.1.1',
    info: { title: '', version: '' },
    paths: { '/things': { post: operation } },
    components: { schemas },
  };
  nameSchemas(document as unknown as OpenAPIObject);
  return { schemas: document.components.schemas, operation };
}

const text = (...values: Array<string | null>): Schema => ({ type: 'string', enum: values });
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });

test.each([
  ['EscalationDto', 'Escalation'],
  ['CreateChannelBody', 'CreateChannel'],
  ['Thing', 'Thing'],
])('%s is called %s', (className, name) => {
  expect(schemaName(className)).toBe(name);
});

test('an object inside of another is called by its title, or else by its place', () => {
  const { schemas } = named({
    Thing: object({ size: object({ width: { type: 'number' } }), parts: { type: 'array', items: object({}) } }),
    Other: object({ size: { title: 'Extent', ...object({}) } }),
  });
  expect(schemas.Thing?.properties).toEqual({
    size: { $ref: '#/components/schemas/ThingSize' },
    parts: { type: 'array', items: { $ref: '#/components/schemas/ThingPart' } },
  });
  expect(schemas.ThingSize).toEqual(object({ width: { type: 'number' } }));
  expect(schemas.Extent).toEqual(object({}));
});

test('a body is called by its operation', () => {
  const { schemas, operation } = named({}, [], object({}));
  expect(operation.requestBody.content.json.schema).toEqual({ $ref: '#/components/schemas/MakeThingBody' });
  expect(schemas.MakeThingBody).toEqual(object({}));
});

test('the same choice is one type, with the shortest of the names that its fields suggest', () => {
  const { schemas, operation } = named(
    { Thing: object({ state: text('on', 'off') }), UpdateThing: object({ state: text('on', 'off', null) }) },
    [{ name: 'state', schema: text('on', 'off') }],
  );
  expect(schemas.ThingState).toEqual({ type: 'string', enum: ['on', 'off'] });
  expect(schemas.Thing?.properties?.state).toEqual({ $ref: '#/components/schemas/ThingState' });
  expect(schemas.UpdateThing?.properties?.state).toEqual({
    anyOf: [{ $ref: '#/components/schemas/ThingState' }, { type: 'null' }],
  });
  expect(operation.parameters[0]?.schema).toEqual({ $ref: '#/components/schemas/ThingState' });
});

test('a choice that only a parameter has is called by the heading of its operation', () => {
  const { schemas } = named({}, [{ name: 'sort', schema: text('name', 'age') }]);
  expect(schemas.ThingSort).toEqual(text('name', 'age'));
});

test('one value is no choice', () => {
  const { schemas } = named({ Thing: object({ kind: text('thing') }) });
  expect(schemas.Thing?.properties?.kind).toEqual({ type: 'string', const: 'thing' });
});

test('two different schemas cannot have one name', () => {
  const twice = {
    One: object({ a: { title: 'Part', ...object({}) } }),
    Two: object({ b: { title: 'Part', ...object({ c: {} }) } }),
  };
  expect(() => named(twice)).toThrow('Two different schemas are called Part.');
  expect(() => named({ Thing: object({}), ThingDto: object({}) })).toThrow(
    'Two schemas have one name, less Dto or Body.',
  );
});
