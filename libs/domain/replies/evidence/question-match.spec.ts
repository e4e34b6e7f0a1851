import { expectProportionalTime } from '#testing';
import { sameQuestionProbability } from './question-match';

const probability = (asked: string, ...phrasings: string[]) => sameQuestionProbability(asked, phrasings).probability;

/** As customers ask, and as the question stands in the base. */
const SAME: readonly (readonly [asked: string, phrasing: string])[] = [
  ['What are the library opening hours?', 'When is the library open?'],
  ['opening hours library', 'What are the opening hours of the library?'],
  ['Hi, could you please tell me how I can reset my password?', 'How do I reset my password?'],
  ['how do i resett my pasword', 'How do I reset my password?'],
  ['Can I cancel my subscription?', 'How do I cancel my subscription?'],
  ['I would like to terminate my subscription', 'How can I cancel my subscription?'],
  ['How much does a parking permit cost?', 'What is the price of a parking permit?'],
  ['parking permit fees', 'How much is a parking permit?'],
  ['France capital?', 'What is the capital of France?'],
  ['Tell me the capital of France, please', 'What is the capital of France?'],
  ['Where do I find the student handbook?', 'Where can I find the handbook for students?'],
  ['How long is the guarantee on my bicycle?', 'What is the warranty period of a bike?'],
  ['how can I back up my photos', 'How do I make a backup of my photos?'],
  ['Is it possible to delete my profile?', 'How do I delete my profile?'],
  ['shipping fee', 'How expensive is delivery?'],
  ['When does the swimming course begin?', 'When does the swimming course start?'],
  ['Wie kann ich meinen Vertrag kündigen?', 'Ich möchte meinen Vertrag kündigen'],
  ['Wie teuer ist der Versand?', 'Was sind die Versandkosten?'],
  ['Je voudrais annuler mon rendez-vous', 'Comment annuler mon rendez-vous ?'],
  ['Quiero cancelar mi reserva', '¿Cómo puedo cancelar mi reserva?'],
];

/** About another thing, or about another aspect of the same thing. */
const NOT_THE_SAME: readonly (readonly [asked: string, phrasing: string])[] = [
  ['What is the capital of France?', 'What is the population of France?'],
  ['What is the capital of France?', 'What is the capital of Spain?'],
  ['How do I cancel my order?', 'How do I change my order?'],
  ['How do I log in?', 'How do I log out?'],
  ['How long is the warranty?', 'What does the warranty cover?'],
  ['How much is a parking permit?', 'Where do I put the parking permit?'],
  ['When is the library open?', 'Where is the library?'],
  ['Who wrote this book?', 'When was this book written?'],
  ['How do I enable notifications?', 'How do I disable notifications?'],
  ['Can I bring my bicycle on the train?', 'Can I buy tickets on the train?'],
  ['How do I delete a list?', 'How do I delete my account?'],
  ['How do I download an invoice?', 'How do I upload a photo?'],
  ['What is the deadline for applications?', 'How do I send an application?'],
  ['Do you ship to Canada?', 'Do you have a branch in Munich?'],
  ['What time does the pool close?', 'How deep is the pool?'],
  ['How much does the 2024 edition cost?', 'How much does the 2019 edition cost?'],
  ['Wie ändere ich meine Adresse?', 'Wie ändere ich mein Passwort?'],
  ['Was kostet ein Zimmer?', 'Wann ist das Zimmer fertig?'],
  ['Comment créer un compte ?', 'Comment supprimer mon compte ?'],
  ['¿Cuánto cuesta la entrada?', '¿Dónde está la entrada?'],
];

describe('the probability that a message asks the same as a phrasing', () => {
  test.each(SAME)('"%s" asks the same as "%s"', (asked, phrasing) => {
    expect(probability(asked, phrasing)).toBeGreaterThanOrEqual(0.7);
    expect(probability(phrasing, asked)).toBeGreaterThanOrEqual(0.7);
  });

  test.each(NOT_THE_SAME)('"%s" does not ask the same as "%s"', (asked, phrasing) => {
    expect(probability(asked, phrasing)).toBeLessThan(0.5);
    expect(probability(phrasing, asked)).toBeLessThan(0.5);
  });

  test('the very words are next to certain, whatever their case, signs and courtesies', () => {
    for (const asked of [
      'what is the capital of france',
      'WHAT IS THE CAPITAL OF FRANCE?!',
      'Hi! What is the capital of France?',
    ]) {
      expect(probability(asked, 'What is the capital of France?')).toBeGreaterThanOrEqual(0.98);
    }
    expect(probability('Who are you?', 'Who are you?')).toBeGreaterThanOrEqual(0.98);
    expect(probability('営業時間は？', '営業時間は？')).toBeGreaterThanOrEqual(0.98);
  });

  test('the best phrasing counts, and is named', () => {
    const phrasings = ['When are you open?', 'What is the capital of France?', 'How do I reset my password?'];
    expect(sameQuestionProbability('password reset', phrasings)).toEqual({
      probability: expect.any(Number),
      best: 2,
    });
    expect(sameQuestionProbability('anything', [])).toEqual({ probability: 0, best: -1 });
  });

  test('nothing said is nothing asked', () => {
    for (const asked of ['', '?', '🙂']) expect(probability(asked, 'What is the capital of France?')).toBeLessThan(0.3);
    expect(probability('', '')).toBeLessThan(0.5);
  });

  test('takes time in proportion to the message and to the number of phrasings', async () => {
    const phrasings = (count: number) =>
      Array.from({ length: count }, (_, at) => `What does spare part number ${at} of the big machine cost?`);
    await expectProportionalTime((words) => sameQuestionProbability('word '.repeat(words), phrasings(10)), 1_000);
    await expectProportionalTime((count) => sameQuestionProbability('word '.repeat(100), phrasings(count)), 50);
  });
});
