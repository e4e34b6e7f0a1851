import { AppError, type FieldProblem } from '#kernel';
import { AllOptional } from '../fields/all-optional';
import { EnumField, TextListField } from '../fields/choice-fields';
import { BooleanField, IntegerField, NumberField } from '../fields/number-fields';
import { AnyField, NestedField, NestedListField, ObjectField } from '../fields/object-fields';
import { DateField, dateOf, EmailField, IdField, TextField } from '../fields/text-fields';
import { PageQuery } from '../main-api/page-query.dto';
import { InputPipe } from './input.pipe';

class Size {
  @NumberField('Width.', { min: 0 })
  width!: number;
}

class Thing {
  @TextField('Name.', { maxLength: 5 })
  name!: string;

  @TextField('Note.', { optional: true, nullable: true })
  note?: string | null;

  @TextField('Slug.', { optional: true, pattern: /^[a-z]+$/, rule: 'a word of lower-case letters' })
  slug?: string;

  @EmailField('Mail.', { optional: true })
  mail?: string;

  @IdField('Owner.', { optional: true })
  ownerId?: string;

  @DateField('Due.', { optional: true })
  due?: string;

  @NumberField('Share.', { optional: true, min: 0, max: 1 })
  share?: number;

  @IntegerField('Count.', { optional: true, min: 1 })
  count?: number;

  @BooleanField('On.', { optional: true })
  on?: boolean;

  @EnumField('Kind.', ['lamp', 'chair'], { optional: true })
  kind?: 'lamp' | 'chair';

  @TextListField('Tags.', { optional: true, maxItems: 2, maxLength: 3, unique: true })
  tags?: string[];

  @ObjectField('Extra.', { optional: true, maxBytes: 20 })
  extra?: Record<string, unknown>;

  @AnyField('Anything.', { optional: true })
  anything?: unknown;

  @NestedField('Size.', () => Size, { optional: true })
  size?: Size;

  @NestedListField('Sizes.', () => Size, { optional: true, minItems: 1, maxItems: 2 })
  sizes?: Size[];
}

const pipe = new InputPipe();
const read = <Value>(type: new () => Value, value: unknown, from: 'body' | 'query' = 'body') =>
  pipe.transform<Value>(value, { type: from, metatype: type });

function problems(type: new () => object, value: unknown, from: 'body' | 'query' = 'body'): readonly FieldProblem[] {
  try {
    read(type, value, from);
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
}

const messages = (value: object) => problems(Thing, { name: 'ok', ...value }).map(({ message }) => message);

describe('a body', () => {
  test('becomes an instance with its fields and no others', () => {
    const thing = read(Thing, { name: 'ok', size: { width: 1, depth: 2 }, sizes: [{ width: 3 }], role: 'admin' });
    expect(thing).toBeInstanceOf(Thing);
    expect(thing.size).toBeInstanceOf(Size);
    expect(thing).toEqual({ name: 'ok', size: { width: 1 }, sizes: [{ width: 3 }] });
  });

  test.each([
    [{ name: '' }, 'name must be a text of 1 to 5 characters.'],
    [{ name: '   ' }, 'name must be a text of 1 to 5 characters.'],
    [{ name: 'abcdef' }, 'name must be a text of 1 to 5 characters.'],
    [{ name: null }, 'name must be a text of 1 to 5 characters.'],
    [{ name: 5 }, 'name must be a text of 1 to 5 characters.'],
    [{ note: 'x'.repeat(10_001) }, 'note must be a text of at most 10,000 characters.'],
    [{ slug: 'A' }, 'slug must be a word of lower-case letters.'],
    [{ mail: 'x@' }, 'mail must be an e-mail address of at most 254 characters.'],
    [{ ownerId: '' }, 'ownerId must be an id, a text of 1 to 256 characters.'],
    [{ due: '2030-02-30' }, 'due must be a date or time in ISO 8601, e.g. 2030-01-31T12:00:00Z.'],
    [{ due: 'tomorrow' }, 'due must be a date or time in ISO 8601, e.g. 2030-01-31T12:00:00Z.'],
    [{ share: 1.1 }, 'share must be a number from 0 to 1.'],
    [{ share: '0.5' }, 'share must be a number from 0 to 1.'],
    [{ share: JSON.parse('1e309') }, 'share must be a number that fits into 64 bits (IEEE 754).'],
    [{ count: 1.5 }, 'count must be a whole number of at least 1.'],
    [{ count: 2 ** 60 }, 'count must be a whole number of at least 1.'],
    [{ on: 'true' }, 'on must be true or false.'],
    [{ on: null }, 'on must be true or false.'],
    [{ kind: 'desk' }, 'kind must be one of lamp, chair.'],
    [{ tags: ['a', 'a'] }, 'tags must be a list of at most 2 different texts, each of 1 to 3 characters.'],
    [{ tags: 'a' }, 'tags must be a list of at most 2 different texts, each of 1 to 3 characters.'],
    [{ extra: [] }, 'extra must be an object of at most 20 bytes as JSON.'],
    [{ extra: { a: 'x'.repeat(20) } }, 'extra must be an object of at most 20 bytes as JSON.'],
    [{ size: [{ width: 1 }] }, 'size must be an object.'],
    [{ size: { width: -1 } }, 'size.width must be a number of at least 0.'],
    [{ sizes: [] }, 'sizes must be a list of 1 to 2 objects.'],
    [{ sizes: [{ width: 1 }, { width: 'x' }] }, 'sizes.1.width must be a number of at least 0.'],
    [{ sizes: [{ width: 1 }, 5] }, 'sizes must be a list of 1 to 2 objects.'],
  ])('%j is refused: %s', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  test.each([
    { name: '🦜🦜🦜🦜🦜' },
    { note: null },
    { note: '' },
    { due: '2030-01-31' },
    { due: '2030-01-31T12:00:00.5+02:00' },
    { mail: 'jane@example.com' },
    { tags: [] },
    { anything: [1, { a: null }] },
    { extra: { a: { b: 1 } } },
  ])('%j is accepted', (value) => {
    expect(messages(value)).toEqual([]);
  });

  test('names a missing field as missing', () => {
    expect(problems(Thing, undefined)).toEqual([
      { field: 'name', message: 'name is required and must be a text of 1 to 5 characters.', missing: true },
    ]);
  });

  test('reports no more problems than a person can use', () => {
    class Many {
      @NestedListField('Sizes.', () => Size)
      sizes!: Size[];
    }
    expect(problems(Many, { sizes: Array(500).fill({}) })).toHaveLength(50);
  });

  test.each([[[]], ['text'], [7], [true]])('%j is no object', (value) => {
    expect(() => read(Thing, value)).toThrow('The body must be a JSON object.');
  });

  test('reads what cannot be an id as one that no row has', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    expect(read(Thing, { name: 'a', ownerId: id }).ownerId).toBe(id);
    expect(read(Thing, { name: 'a', ownerId: 'x' }).ownerId).toBe('00000000-0000-0000-0000-000000000000');
  });
});

describe('an update', () => {
  class WithDefault extends Thing {
    @TextField('Engine.', { optional: true })
    engine: string = 'default';
  }
  class Update extends AllOptional(WithDefault) {}

  test('may leave out everything and sets no defaults', () => {
    expect(read(Update, {})).toEqual({});
    expect(read(Update, { engine: 'x' })).toEqual({ engine: 'x' });
  });

  test('keeps the rules of its fields', () => {
    expect(problems(Update, { name: '' })).toHaveLength(1);
    expect(problems(Update, { name: null })).toHaveLength(1);
    expect(problems(Update, { note: null })).toHaveLength(0);
  });
});

describe('a query', () => {
  class Search extends PageQuery {
    @NumberField('Least score.', { optional: true, min: 0, max: 1 })
    minScore?: number;

    @BooleanField('Only active.', { optional: true })
    active?: boolean;

    @TextListField('Tags.', { optional: true })
    tags?: string[];

    @TextField('Text.', { optional: true })
    text?: string;
  }
  const search = (query: object) => read(Search, query, 'query');

  test('is read as its fields want it', () => {
    expect(search({ page: '2', minScore: '0.5', active: 'true', tags: 'a,b', text: '7' })).toEqual({
      page: 2,
      limit: 10,
      minScore: 0.5,
      active: true,
      tags: ['a', 'b'],
      text: '7',
    });
    expect(search({ tags: ['a', 'b,c'], active: '0' })).toMatchObject({ tags: ['a', 'b,c'], active: false });
  });

  test('has pages of 10, and of 100 at most', () => {
    expect(search({})).toEqual({ page: 1, limit: 10 });
    expect(search({ limit: '100000' })).toMatchObject({ limit: 100 });
  });

  test.each([
    [{ page: '0' }, 'page'],
    [{ page: '1.5' }, 'page'],
    [{ page: '' }, 'page'],
    [{ page: '0x10' }, 'page'],
    [{ page: '1e309' }, 'page'],
    [{ page: '99999999999999999999' }, 'page'],
    [{ page: ['1', '2'] }, 'page'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '-5' }, 'limit'],
    [{ limit: 'NaN' }, 'limit'],
    [{ active: 'yes' }, 'active'],
    [{ text: ['a', 'b'] }, 'text'],
  ])('%j is refused by name', (query, field) => {
    expect(problems(Search, query, 'query').map((problem) => problem.field)).toEqual([field]);
  });
});

describe('what cannot be stored', () => {
  test.each([
    [{ name: 'a\0' }, 'name must not contain the character U+0000.'],
    [{ extra: { list: [{ 'k\0': 1 }] } }, 'extra.list.0.k\\u0000 must not contain the character U+0000.'],
    [{ anything: '\ud800' }, 'anything must be well-formed Unicode, without half surrogate pairs.'],
    [{ anything: [JSON.parse('1e309')] }, 'anything.0 must be a number that fits into 64 bits (IEEE 754).'],
  ])('%j is refused', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  test('nesting without end is refused', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(messages({ anything: deep })[0]).toMatch(/ must not be nested deeper than 64 levels\.$/);
  });

  test('path parameters and single query parameters are looked at too', () => {
    const param = (value: unknown) => pipe.transform(value, { type: 'query', metatype: String, data: 'search' });
    expect(param('ok')).toBe('ok');
    expect(() => param('a\0')).toThrow('search must not contain the character U+0000.');
    expect(() => param(['a', 'b'])).toThrow('search must be a text, given once.');
  });
});

test('a time without a zone is UTC', () => {
  expect(dateOf('2030-01-31T12:00').toISOString()).toBe('2030-01-31T12:00:00.000Z');
  expect(dateOf('2030-01-31').toISOString()).toBe('2030-01-31T00:00:00.000Z');
  expect(dateOf('2030-01-31T12:00:00+02:00').toISOString()).toBe('2030-01-31T10:00:00.000Z');
});
