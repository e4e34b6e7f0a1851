import type { OpenAPIObject } from '@nestjs/swagger';
import { inOpenApi31 } from './openapi31';

const schemaOf = (schema: object) => {
  const document = { openapi: '3.0.0', info: {}, paths: {}, components: { schemas: { Thing: schema } } };
  return inOpenApi31(document as unknown as OpenAPIObject).components?.schemas?.Thing;
};

describe('a document in OpenAPI 3.1', () => {
  test.each([
    ['a text', { type: 'string', nullable: true, maxLength: 3 }, { type: ['string', 'null'], maxLength: 3 }],
    [
      'a choice',
      { type: 'string', enum: ['a', 'b'], nullable: true },
      { type: ['string', 'null'], enum: ['a', 'b', null] },
    ],
    [
      'another schema',
      { type: 'object', nullable: true, description: 'It.', allOf: [{ $ref: '#/components/schemas/Other' }] },
      { description: 'It.', anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] },
    ],
    [
      'a field of an object',
      { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' }, nullable: true } } },
      { type: 'object', properties: { tags: { type: ['array', 'null'], items: { type: 'string' } } } },
    ],
    [
      'one of several',
      { nullable: true, oneOf: [{ type: 'string' }, { type: 'number' }] },
      { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
    ],
    [
      'any of several',
      { nullable: true, anyOf: [{ type: 'string', format: 'date' }] },
      { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
    ],
    [
      'a field whose name is nullable',
      { type: 'object', properties: { nullable: { type: 'boolean', nullable: true } } },
      { type: 'object', properties: { nullable: { type: ['boolean', 'null'] } } },
    ],
  ])('says of %s by its type that it may be null', (_what, schema, expected) => {
    expect(schemaOf(schema)).toEqual(expected);
  });

  test('leaves examples as they are', () => {
    const schema = { type: 'object', example: { nullable: true, type: 'x' } };
    expect(schemaOf(schema)).toEqual(schema);
  });
});
