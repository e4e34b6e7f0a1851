import { newItem, patchedItem, shownMetadata, sourceTypeOf } from './items';

const PLACE = { teamId: 'team', baseId: 'base' };
const MADE_AT = new Date('2026-01-01T00:00:00Z');
const LATER = new Date('2026-01-02T00:00:00Z');
const ITEM = newItem(
  PLACE,
  { title: 'Hours', content: 'Nine to five.', tags: ['hours'], metadata: { lang: 'en' } },
  MADE_AT,
);

describe('an item', () => {
  test('has no tags and no metadata unless they are given', () => {
    expect(newItem(PLACE, { title: 'Hours', content: 'Nine to five.' }, MADE_AT)).toEqual({
      ...PLACE,
      id: expect.any(String),
      kind: 'item',
      title: 'Hours',
      content: 'Nine to five.',
      tags: [],
      metadata: {},
      language: null,
      createdAt: MADE_AT,
      updatedAt: MADE_AT,
    });
  });

  test('has each tag once, without blanks around it, in the order given', () => {
    expect(newItem(PLACE, { title: 'T', content: 'C', tags: [' b', 'a', 'b ', 'A', ' '] }, MADE_AT).tags).toEqual([
      'b',
      'a',
      'A',
    ]);
  });

  test('keeps its text as it was written, but not the blanks around its title', () => {
    expect(newItem(PLACE, { title: ' T ', content: '  indented\n' }, MADE_AT)).toMatchObject({
      title: 'T',
      content: '  indented\n',
    });
  });

  test('keeps what a change does not name', () => {
    expect(patchedItem(ITEM, { content: 'Ten to six.' }, LATER)).toEqual({
      ...ITEM,
      content: 'Ten to six.',
      updatedAt: LATER,
    });
  });

  test('keeps where it comes from among its metadata, unseen and through changes', () => {
    const note = newItem(PLACE, { title: 'T', content: 'C', metadata: { a: 1 }, sourceType: 'wiki' }, MADE_AT);
    expect(sourceTypeOf(note)).toBe('wiki');
    expect(shownMetadata(note.metadata)).toEqual({ a: 1 });
    const changed = patchedItem(note, { metadata: null }, LATER);
    expect([sourceTypeOf(changed), shownMetadata(changed.metadata)]).toEqual(['wiki', {}]);
    expect(sourceTypeOf(ITEM)).toBeNull();
  });

  test('loses tags and metadata that are set to null', () => {
    expect(patchedItem(ITEM, { tags: null, metadata: null }, LATER)).toMatchObject({ tags: [], metadata: {} });
  });
});
