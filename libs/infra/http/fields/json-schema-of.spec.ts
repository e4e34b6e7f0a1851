import { EnumField } from './choice-fields';
import { jsonSchemaOf } from './json-schema-of';
import { IntegerField } from './number-fields';
import { NestedField, NestedListField } from './object-fields';
import { TextField } from './text-fields';

class Source {
  @TextField('Its title.', { nullable: true })
  title: string | null;
}

class Question {
  @TextField('What is asked.', { minLength: 1, maxLength: 20, example: 'When?' })
  query: string;

  @IntegerField('How many.', { optional: true, min: 1, max: 9, default: 5 })
  limit: number = 5;

  @EnumField('How.', ['words', 'meaning'], { nullable: true })
  way: string | null;

  @NestedListField('Where from.', () => Source)
  sources: Source[];

  @NestedField('The best one.', () => Source, { optional: true, nullable: true })
  best?: Source | null;
}

test('the schema of a class says what its fields accept, all in one piece', () => {
  const source = {
    type: 'object',
    properties: { title: { type: ['string', 'null'], description: 'Its title.' } },
    required: ['title'],
  };
  expect(jsonSchemaOf(Question)).toEqual({
    type: 'object',
    properties: {
      query: { type: 'string', minLength: 1, maxLength: 20, description: 'What is asked.', examples: ['When?'] },
      limit: { type: 'integer', minimum: 1, maximum: 9, default: 5, description: 'How many.' },
      way: { type: ['string', 'null'], enum: ['words', 'meaning', null], description: 'How.' },
      sources: { type: 'array', items: source, description: 'Where from.' },
      best: { ...source, type: ['object', 'null'], description: 'The best one.' },
    },
    required: ['query', 'way', 'sources'],
  });
});
