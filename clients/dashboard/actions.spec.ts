import { filledBody, pathWithin } from './actions';

const ACTION = {
  title: 'Add an item',
  method: 'POST' as const,
  path: '/api/v1/knowledge-bases/b1/items',
  body: { title: 'Delivery', content: '', items: [{ content: '' }] },
};

describe('a suggested action', () => {
  test('is filled in where it asks for words, and stays as it is itself', () => {
    const texts = new Map([
      ['content', 'Two days.'],
      ['items.0.content', 'Three.'],
    ]);
    expect(filledBody(ACTION, texts)).toEqual({
      title: 'Delivery',
      content: 'Two days.',
      items: [{ content: 'Three.' }],
    });
    expect(ACTION.body.content).toBe('');
  });

  test('puts nothing where there is no place for it', () => {
    expect(filledBody(ACTION, new Map([['nowhere.at.all', 'x']]))).toEqual(ACTION.body);
    expect(filledBody(ACTION, new Map([['__proto__.polluted', 'x']]))).toEqual(ACTION.body);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('goes to the main API only', () => {
    expect(pathWithin(ACTION)).toBe('/knowledge-bases/b1/items');
    expect(pathWithin({ ...ACTION, path: 'https://elsewhere.example/api/v1/x' })).toBeUndefined();
  });
});
