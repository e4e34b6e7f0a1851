import { defineEvent } from '#infra/events';
import { namedEvent, on } from './event-vocabulary';
import { Vocabularies } from './vocabularies';

class Note {
  text: string;
}

const written = defineEvent<'note.written', { text: string }>('note.written');

const vocabulary = (dialect: string) => ({
  dialect,
  events: {
    'note.added': namedEvent({
      description: 'A note was written.',
      payload: Note,
      example: { text: 'hello' },
      causes: [on(written, ({ data }) => data)],
    }),
  },
});

describe('the vocabularies', () => {
  const vocabularies = new Vocabularies([vocabulary('one'), vocabulary('two')]);

  test('know the names of each dialect, and none of one without webhooks', () => {
    expect(vocabularies.namesOf('one')).toEqual(['note.added']);
    expect(vocabularies.namesOf('three')).toEqual([]);
  });

  test('find an event by its dialect and name only', () => {
    expect(vocabularies.find('one', 'note.added')?.example).toEqual({ text: 'hello' });
    for (const name of ['note.written', 'toString', '__proto__', ''])
      expect(vocabularies.find('one', name)).toBeUndefined();
    expect(vocabularies.find('three', 'note.added')).toBeUndefined();
  });

  test('tell how a domain event is told in every dialect', () => {
    expect(vocabularies.tellingsOf('note.written').map(({ dialect, name }) => `${dialect} ${name}`)).toEqual([
      'one note.added',
      'two note.added',
    ]);
    expect(vocabularies.causes).toEqual(['note.written']);
  });

  test('of one dialect are one', () => {
    expect(() => new Vocabularies([vocabulary('one'), vocabulary('one')])).toThrow(
      'Two vocabularies are of one dialect.',
    );
  });
});
