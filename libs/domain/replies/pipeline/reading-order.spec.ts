import type { LlmPassage } from '#providers/llm';
import { inReadingOrder } from './reading-order';

function ordered(...ids: string[]): string[] {
  const passages = ids.map((id): LlmPassage => ({ id, title: '', section: null, text: id, language: 'en', score: 1 }));
  return inReadingOrder(passages).map(({ id }) => id);
}

describe('passages for a model', () => {
  test('stand best first', () => {
    expect(ordered('b:0', 'a:3', 'c:1')).toEqual(['b:0', 'a:3', 'c:1']);
  });

  test('stand in the order of their document when they follow each other, where the best of them stood', () => {
    expect(ordered('a:3', 'b:0', 'a:4', 'a:2')).toEqual(['a:2', 'a:3', 'a:4', 'b:0']);
  });

  test('stay apart when a passage between them was not found', () => {
    expect(ordered('a:3', 'b:0', 'a:1')).toEqual(['a:3', 'b:0', 'a:1']);
  });
});
