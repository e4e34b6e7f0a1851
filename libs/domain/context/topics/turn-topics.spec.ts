import { expectProportionalTime } from '#testing';
import type { FoundEntity, HistoryLine } from '../turns/turn-context.types';
import { type KnownTopic, topicsOfTurn } from './turn-topics';

interface Given {
  known?: readonly KnownTopic[];
  language?: string;
  entities?: readonly FoundEntity[];
  referents?: readonly string[];
}

const topicsOf = (text: string, history: readonly HistoryLine[] = [], given: Given = {}) =>
  topicsOfTurn({ text, history, entities: [], referents: [], known: [], language: 'en', ...given });
const namesOf = (...args: Parameters<typeof topicsOf>) => topicsOf(...args).map(({ name }) => name);

/** Each turn with the topics that are expected of it. */
type Conversation = readonly (readonly [user: string, bot: string, topics: readonly string[]])[];

const SHOP: Conversation = [
  ['Do you sell gift cards?', 'Yes, gift cards are available from 10 to 500 euros.', ['gift cards']],
  ['How long are the gift cards valid?', 'Gift cards are valid for three years.', ['gift cards', 'valid']],
  ['Thanks! And how much is delivery to Norway?', 'Delivery to Norway is 15 euros.', ['delivery', 'norway']],
  ['Is express delivery possible?', 'Express delivery takes two days.', ['express delivery']],
];
const BANK: Conversation = [
  ['Hello', 'Hello, how can I help?', []],
  ['My credit card was stolen', 'I am sorry. I can block your credit card.', ['stolen', 'credit card']],
  ['Please block the credit card', 'It is blocked. A new credit card will come.', ['credit card']],
  ['What about the fee?', 'There is no fee.', ['fee']],
];
const GERMAN: Conversation = [
  ['Wie kann ich mein Abonnement kündigen?', 'Das Abonnement kündigen Sie im Kundenkonto.', ['abonnement']],
  ['Und was passiert mit meinem Guthaben?', 'Das Guthaben wird ausgezahlt.', ['guthaben']],
  ['Wann wird das Guthaben ausgezahlt, wenn das Abonnement endet?', 'Nach zwei Wochen.', ['guthaben', 'abonnement']],
];

describe('the topics of a turn', () => {
  test.each([
    ['a shop', 'en', SHOP],
    ['a bank', 'en', BANK],
    ['a publisher', 'de', GERMAN],
  ])('are what it is about, in the conversation of %s', (_what, language, conversation) => {
    const history: HistoryLine[] = [];
    const named = conversation.map(([user, bot]) => {
      const names = namesOf(user, history, { language });
      history.push({ role: 'user', text: user }, { role: 'bot', text: bot });
      return names;
    });
    expect(named).toEqual(conversation.map(([, , topics]) => topics));
  });

  test('are surer when the last turns were about them, too', () => {
    const history: HistoryLine[] = [{ role: 'user', text: 'I have a question about the warranty' }];
    const [first] = topicsOf('What about the warranty?');
    const [second] = topicsOf('What about the warranty?', history);
    expect(second!.confidence).toBeGreaterThan(first!.confidence);
  });

  test('are given ones before others, by their name or a keyword in any form', () => {
    const known = [{ name: 'billing', keywords: ['invoice', 'credit note'], isGiven: true }];
    expect(namesOf('Where are my invoices?', [], { known })).toEqual(['billing']);
    expect(namesOf('I need two credit notes', [], { known })).toEqual(['billing']);
    expect(namesOf('Is the museum open?', [], { known })).toEqual(['museum']);
  });

  test('are what the message names of the lists, and what its references stand for', () => {
    const iPhone = { type: 'product', value: 'iPhone 15', text: 'iphone 15', start: 4, end: 13, confidence: 0.98 };
    expect(namesOf('The iphone 15 has a scratch', [], { entities: [iPhone] })).toEqual(['iPhone 15', 'scratch']);
    expect(namesOf('How much does iPhone 15 cost?', [], { referents: ['iPhone 15'] })).toEqual(['iPhone 15']);
  });

  test('are never details, greetings or what every question has', () => {
    const date = { type: 'date', value: '2026-11-22', text: 'tomorrow', start: 3, end: 11, confidence: 0.9 };
    expect(namesOf('On tomorrow', [], { entities: [date] })).toEqual([]);
    for (const text of ['Hi there', 'Thank you very much!', 'How much does it cost?', 'Can you help me?', 'Yes please'])
      expect(namesOf(text)).toEqual([]);
  });

  test.each([
    ['fr', 'Je voudrais annuler mon abonnement', ['abonnement']],
    ['es', '¿Puedo devolver la lavadora?', ['lavadora']],
    ['it', 'Vorrei annullare il mio abbonamento', ['abbonamento']],
    ['pt', 'Quero cancelar a minha assinatura', ['assinatura']],
    ['nl', 'Ik wil mijn abonnement opzeggen', ['abonnement opzeggen']],
  ])('are nouns in %s', (language, text, names) => {
    expect(namesOf(text, [], { language })).toEqual(names);
  });

  test('are found in time in proportion to the text', async () => {
    await expectProportionalTime((size) => topicsOf('abcd '.repeat(size / 5)), 4_000);
  });
});
