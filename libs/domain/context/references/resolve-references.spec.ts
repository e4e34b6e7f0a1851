import { newId } from '#kernel';
import { expectProportionalTime } from '#testing';
import type { FoundEntity, HistoryLine } from '../turns/turn-context.types';
import type { Candidate } from './references.types';
import { resolveReferences } from './resolve-references';

const at = new Date('2026-11-21T18:00:00Z');
const MINUTE_MS = 60_000;

const candidate = (given: Partial<Candidate> & { type: string; value: string }): Candidate => ({
  id: newId(),
  confidence: 0.95,
  metadata: {},
  source: 'said',
  mentionedAt: new Date(at.getTime() - MINUTE_MS),
  ...given,
});
const ago = (minutes: number) => new Date(at.getTime() - minutes * MINUTE_MS);

const iPhone = candidate({ type: 'product', value: 'iPhone 15' });
const cards = candidate({ type: 'product', value: 'gift cards', metadata: { number: 'plural' } });
const order = candidate({ type: 'code', value: 'A-1234', metadata: { kind: 'order' } });
const anna = candidate({ type: 'person', value: 'Anna Berg' });
const DETAILS = [
  candidate({ type: 'date', value: '2026-11-22' }),
  candidate({ type: 'money', value: '799 EUR' }),
  candidate({ type: 'email', value: 'jane@example.com' }),
  candidate({ type: 'quantity', value: '2 kg' }),
];

interface Given {
  candidates?: readonly Candidate[];
  history?: readonly HistoryLine[];
  language?: string;
  isGuess?: boolean;
  entities?: readonly FoundEntity[];
  minConfidence?: number;
}

const resolve = (text: string, given: Given = {}) =>
  resolveReferences({
    text,
    candidates: [iPhone],
    history: [],
    language: 'en',
    isGuess: false,
    entities: [],
    at,
    minConfidence: 0.5,
    ...given,
  });
const resolved = (text: string, given?: Given) => resolve(text, given).resolvedText;

describe('references', () => {
  test('are named in the text, and told with what they stand for', () => {
    expect(resolve('How much does it cost?')).toEqual({
      resolvedText: 'How much does iPhone 15 cost?',
      references: [
        {
          reference: 'it',
          resolvedTo: 'iPhone 15',
          entityId: iPhone.id,
          type: 'product',
          confidence: expect.any(Number),
        },
      ],
    });
  });

  test.each([
    ['Is it available in black?', 'Is iPhone 15 available in black?'],
    ['Can I return it?', 'Can I return iPhone 15?'],
    ["It doesn't turn on", "iPhone 15 doesn't turn on"],
    ['What is its warranty?', "What is iPhone 15's warranty?"],
    [
      'Does it come with a charger and can I exchange it?',
      'Does iPhone 15 come with a charger and can I exchange iPhone 15?',
    ],
    ['How much is that?', 'How much is iPhone 15?'],
    ['How much is this one?', 'How much is iPhone 15?'],
    ['I want to cancel this, please', 'I want to cancel iPhone 15, please'],
    ['Is that waterproof?', 'Is iPhone 15 waterproof?'],
    ['Do you deliver that product to Norway?', 'Do you deliver iPhone 15 to Norway?'],
    ['Tell me more about it', 'Tell me more about iPhone 15'],
    ['How long does the battery of it last?', 'How long does the battery of iPhone 15 last?'],
  ])('of things in English: %s', (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test.each([
    'Is it raining?',
    'It is raining.',
    'Is it possible to pay later?',
    'Is it ok if I come at five?',
    'How does it work to open an account?',
    'How long does it take?',
    'It takes too long',
    'It depends.',
    'That is fine.',
    "That's great, thanks",
    'That works for me',
    'Can you confirm that my parcel was sent?',
    'I think that you are wrong',
    'What time is it?',
    "It's too late now",
    'Is it allowed to bring a dog?',
    'It is important that I get an answer',
    'How much does it cost to ship to Norway?',
    'I will do it',
    'I get it',
    'This is Anna',
    'This is urgent',
    'What is this?',
    'I do not like that you say so',
    'How is it going?',
    "It's me again",
    'Does it matter?',
    'What do they say?',
    'Where is the entrance?',
    'In that case I want my money back',
    'The order number is wrong',
    'When is it open tomorrow if it rains?'.replace(' it open', ' the shop open'),
  ])('that point at nothing are left alone: %s', (text) => {
    expect(resolved(text, { candidates: [iPhone, order] })).toBe(text);
  });

  test.each([
    ['de', 'Wie viel kostet es?', 'Wie viel kostet iPhone 15?'],
    ['de', 'Was kostet das denn?', 'Was kostet iPhone 15 denn?'],
    ['de', 'Ist es noch verfügbar?', 'Ist iPhone 15 noch verfügbar?'],
    ['de', 'Kann ich es zurückgeben?', 'Kann ich iPhone 15 zurückgeben?'],
    ['de', 'Wann wird es geliefert?', 'Wann wird iPhone 15 geliefert?'],
    ['de', 'Ist dieses Produkt neu?', 'Ist iPhone 15 neu?'],
    ['fr', 'Combien ça coûte ?', 'Combien iPhone 15 coûte ?'],
    ['fr', 'Combien coûte-t-il ?', 'Combien coûte iPhone 15 ?'],
    ['fr', 'Est-il disponible ?', 'Est iPhone 15 disponible ?'],
    ['fr', 'Je peux le retourner ?', 'Je peux retourner iPhone 15 ?'],
    ['es', '¿Cuánto cuesta?', '¿Cuánto cuesta iPhone 15?'],
    ['es', '¿Puedo devolverlo?', '¿Puedo devolver iPhone 15?'],
    ['es', '¿Está disponible?', '¿Está disponible iPhone 15?'],
    ['it', 'Quanto costa?', 'Quanto costa iPhone 15?'],
    ['it', 'Posso restituirlo?', 'Posso restituir iPhone 15?'],
    ['pt', 'Quanto custa?', 'Quanto custa iPhone 15?'],
    ['pt', 'Ele está disponível?', 'iPhone 15 está disponível?'],
    ['nl', 'Hoeveel kost het?', 'Hoeveel kost iPhone 15?'],
    ['nl', 'Kan ik het terugsturen?', 'Kan ik iPhone 15 terugsturen?'],
    ['nl', 'Is hij nog leverbaar?', 'Is iPhone 15 nog leverbaar?'],
  ])('of things in %s: %s', (language, text, expected) => {
    expect(resolved(text, { language })).toBe(expected);
    expect(resolved(text, { language: 'en', isGuess: true })).toBe(expected);
  });

  test.each([
    ['de', 'Es regnet'],
    ['de', 'Ist es möglich, später zu zahlen?'],
    ['de', 'Wie geht es Ihnen?'],
    ['de', 'Was kostet das Porto nach Norwegen?'],
    ['de', 'Das ist gut'],
    ['de', 'Gibt es das auch in Bonn?'],
    ['fr', 'Il pleut'],
    ['fr', 'Est-il possible de payer plus tard ?'],
    ['fr', 'Y a-t-il un parking ?'],
    ['fr', "C'est parfait"],
    ['fr', 'Combien coûte la livraison ?'],
    ['es', '¿Es posible pagar más tarde?'],
    ['es', '¿Cuánto cuesta el envío?'],
    ['es', 'Está bien'],
    ['it', 'È possibile pagare dopo?'],
    ['it', 'Quanto costa la spedizione?'],
    ['pt', 'É possível pagar depois?'],
    ['pt', 'Quanto custa o frete?'],
    ['nl', 'Is het mogelijk om later te betalen?'],
    ['nl', 'Het regent'],
    ['nl', 'Hoe gaat het?'],
  ])('that point at nothing in %s are left alone: %s', (language, text) => {
    expect(resolved(text, { language })).toBe(text);
  });

  test('agree in number', () => {
    expect(resolved('Do they expire?', { candidates: [iPhone, cards] })).toBe('Do gift cards expire?');
    expect(resolved('Does it expire?', { candidates: [cards] })).toBe('Does it expire?');
    expect(resolved('Do they expire?')).toBe('Do they expire?');
  });

  test('of several are two things that were named together', () => {
    const both = ['iPhone 15', 'Galaxy S24'].map((value) => candidate({ type: 'product', value })).reverse();
    expect(resolved('How much do they cost?', { candidates: both })).toBe('How much do iPhone 15 and Galaxy S24 cost?');
    expect(resolved('How much is the second one?', { candidates: both })).toBe('How much is Galaxy S24?');
    expect(resolved('How much is the first one?', { candidates: both })).toBe('How much is iPhone 15?');
    expect(resolved('How much is the fifth one?', { candidates: both })).toBe('How much is the fifth one?');
    expect(resolved('How much does it cost?', { candidates: both })).toBe('How much does it cost?');
  });

  test('are what was named last', () => {
    const before = candidate({ type: 'product', value: 'Galaxy S24', mentionedAt: ago(5) });
    expect(resolved('Is it new?', { candidates: [iPhone, before] })).toBe('Is iPhone 15 new?');
    const history: HistoryLine[] = [
      { role: 'user', text: 'Do you have the iPhone 15?' },
      { role: 'bot', text: 'Yes.' },
      { role: 'user', text: 'And the Galaxy S24?' },
      { role: 'bot', text: 'Sure.' },
    ];
    expect(resolved('Is it new?', { candidates: [iPhone, before], history })).toBe('Is Galaxy S24 new?');
  });

  test('go to what the user named before what only the bot did', () => {
    const bots = candidate({ type: 'product', value: 'Galaxy S24', source: 'replied', mentionedAt: at });
    const history: HistoryLine[] = [
      { role: 'user', text: 'Do you have the iPhone 15?' },
      { role: 'bot', text: 'Yes, the iPhone 15, and the Galaxy S24.' },
    ];
    expect(resolved('How much does it cost?', { candidates: [bots, iPhone], history })).toContain('iPhone 15');
  });

  test('do not go to what the conversation has left, nor to what was named days ago', () => {
    const history = [
      'Do you have the iPhone 15?',
      'When are you open?',
      'Where are you?',
      'Is there a bus?',
      'A train?',
    ].map((text): HistoryLine => ({ role: 'user', text }));
    expect(resolved('Is it free?', { history })).toBe('Is it free?');
    const old = candidate({ type: 'product', value: 'iPhone 15', mentionedAt: ago(3 * 24 * 60) });
    expect(resolved('Is it free?', { candidates: [old] })).toBe('Is it free?');
    expect(resolved('Is it free?', { candidates: [old], minConfidence: 0.2 })).toBe('Is iPhone 15 free?');
  });

  test('never go to a detail: a date, a price, an address', () => {
    expect(resolved('How much does it cost?', { candidates: DETAILS })).toBe('How much does it cost?');
    expect(resolved('How much does it cost?', { candidates: [...DETAILS, iPhone] })).toContain('iPhone 15');
  });

  test('by a noun go to what it names', () => {
    const candidates = [iPhone, order, ...DETAILS];
    expect(resolved('Where is the order?', { candidates })).toBe('Where is the order A-1234?');
    expect(resolved('Wo ist meine Bestellung?', { candidates, language: 'de' })).toBe(
      'Wo ist meine Bestellung A-1234?',
    );
    expect(resolved('Where is the ticket?', { candidates })).toBe('Where is the ticket?');
    const branch = candidate({ type: 'branch', value: 'Bonn' });
    expect(resolved('When is that branch open?', { candidates: [branch, iPhone] })).toBe(
      'When is that branch Bonn open?',
    );
  });

  test('go to an order when it is spoken of as one is, else to what was named beside it', () => {
    const candidates = [order, iPhone];
    expect(resolved('How much does it cost?', { candidates })).toBe('How much does iPhone 15 cost?');
    expect(resolved('When will it arrive?', { candidates })).toBe('When will A-1234 arrive?');
  });

  test('of persons go to persons', () => {
    const candidates = [iPhone, anna];
    expect(resolved('When can I call her?', { candidates })).toBe('When can I call Anna Berg?');
    expect(resolved('Is she in today?', { candidates })).toBe('Is Anna Berg in today?');
    expect(resolved('Is she in today?')).toBe('Is she in today?');
    expect(resolved('How much does it cost?', { candidates: [anna] })).toBe('How much does it cost?');
  });

  test('are left alone when the message itself names what fits', () => {
    const entities = [{ type: 'code', value: 'B-99', text: 'B-99', start: 8, end: 12, confidence: 0.9 }];
    const text = 'I have  B-99, is it new?';
    expect(resolved(text, { entities })).toBe(text);
  });

  test('cost time in proportion to the text', async () => {
    await expectProportionalTime((size) => resolve('is that it '.repeat(size / 11), { isGuess: true }), 4_000);
  });

  test('a long text has none', () => {
    const text = `${'It is so. '.repeat(200)}How much does it cost?`;
    expect(resolved(text)).toBe(text);
  });
});
