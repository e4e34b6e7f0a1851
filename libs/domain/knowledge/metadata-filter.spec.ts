import { AppError } from '#kernel';
import { checkMetadataFilter, FILTER_LIMITS } from './metadata-filter';

function fieldRefused(filter: unknown): string | undefined {
  try {
    checkMetadataFilter(filter);
    return undefined;
  } catch (error) {
    return (error as AppError).fields[0]?.field;
  }
}

describe('a filter', () => {
  it('that demands nothing is none', () => {
    for (const empty of [undefined, null, {}, { must: [], should: [], must_not: null }]) {
      expect(checkMetadataFilter(empty)).toBeUndefined();
    }
  });

  it('has conditions by clause, also one alone and filters within', () => {
    const checked = checkMetadataFilter({
      must: { key: 'author.name', match: { value: 'Jane' } },
      should: [{ must_not: [{ key: 'pages[]', range: { gte: 3, lt: null } }] }],
    });
    expect(checked).toEqual({
      kind: 'all',
      conditions: [
        { kind: 'all', conditions: [{ kind: 'any', path: ['author', 'name'], values: ['Jane'] }] },
        {
          kind: 'some',
          conditions: [{ kind: 'none', conditions: [{ kind: 'range', path: ['pages'], bounds: { gte: 3 } }] }],
        },
      ],
    });
  });

  it.each([
    ['a list', [], 'metadata_filter'],
    ['an unknown clause', { musst: [] }, 'metadata_filter.musst'],
    ['a condition that is no object', { must: ['a'] }, 'metadata_filter.must.0'],
    ['an unknown condition', { must: [{ geo: 1 }] }, 'metadata_filter.must.0'],
    ['a match of nothing', { must: [{ key: 'a', match: {} }] }, 'metadata_filter.must.0.match'],
    ['two tests of one key', { must: [{ key: 'a', match: { value: 1 }, range: { gt: 1 } }] }, 'metadata_filter.must.0'],
    ['a value that is an object', { must: [{ key: 'a', match: { value: {} } }] }, 'metadata_filter.must.0.match.value'],
    ['a list that is none', { must_not: [{ key: 'a', match: { any: 1 } }] }, 'metadata_filter.must_not.0.match.any'],
    ['an empty key', { must: [{ key: 'a..b', match: { value: 1 } }] }, 'metadata_filter.must.0.key'],
    ['a key that is no text', { should: [{ is_empty: { key: 1 } }] }, 'metadata_filter.should.0.is_empty.key'],
    ['an unknown bound', { must: [{ key: 'a', range: { above: 1 } }] }, 'metadata_filter.must.0.range.above'],
    ['a count of texts', { must: [{ key: 'a', values_count: { gt: '1' } }] }, 'metadata_filter.must.0.values_count.gt'],
    ['text that cannot be stored', { must: { key: 'a', match: { value: '\0' } } }, 'metadata_filter.must.match.value'],
    ['ids that are no list', { must: [{ has_id: 'x' }] }, 'metadata_filter.must.0.has_id'],
  ])('with %s is refused where the fault is', (_, filter, field) => {
    expect(fieldRefused(filter)).toBe(field);
  });

  it('is bounded in conditions, values and depth', () => {
    const condition = { key: 'a', match: { value: 1 } };
    const many = Array.from({ length: FILTER_LIMITS.conditions }, () => condition);
    expect(fieldRefused({ must: many })).toBeUndefined();
    expect(fieldRefused({ must: [...many, condition] })).toBe(`metadata_filter.must.${many.length}`);
    const values = Array.from({ length: FILTER_LIMITS.values + 1 }, (_, i) => i);
    expect(fieldRefused({ must: [{ key: 'a', match: { any: values } }] })).toBe('metadata_filter.must.0.match.any');
    let deep: object = { must: [condition] };
    for (let depth = 1; depth < FILTER_LIMITS.depth; depth++) deep = { must: [deep] };
    expect(fieldRefused(deep)).toBeUndefined();
    expect(fieldRefused({ must: [deep] })).toMatch(/^metadata_filter(\.must\.0)+$/);
  });
});
