import { BrokenArtefactError } from '#domain/classification';
import { readClassifier, writeClassifier } from './classifier-artefact';
import type { TaughtQuestion } from './classifier-parts';
import { QuestionClassifier } from './question-classifier';
import { questionProbabilities } from './question-probability';
import { trainQuestionClassifier } from './train-question-classifier';

const unhurried = { isDue: false, step: async () => {} };
const SUBJECTS = ['invoice', 'parcel', 'password', 'newsletter', 'voucher', 'contract', 'warranty', 'appointment'];

const taught = (phrasingsOf: (subject: string) => string[]): TaughtQuestion[] =>
  SUBJECTS.map((id) => ({ id, phrasings: phrasingsOf(id), answer: `Whatever concerns the ${id}, ask the office.` }));
const classifierOf = async (questions: readonly TaughtQuestion[]) =>
  new QuestionClassifier(readClassifier(writeClassifier(await trainQuestionClassifier(questions, unhurried))));
const bestOf = (classifier: QuestionClassifier, text: string, sign: 'nearest' | 'middle' | 'margin' | 'inAnswer') =>
  [...classifier.read(text, SUBJECTS)].sort(([, a], [, b]) => b[sign] - a[sign])[0]?.[0];

describe('a classifier of questions', () => {
  test('knows questions with a single phrasing each', async () => {
    const classifier = await classifierOf(taught((subject) => [`How do I change my ${subject}?`]));
    for (const subject of SUBJECTS) {
      for (const sign of ['nearest', 'middle', 'margin', 'inAnswer'] as const) {
        expect(bestOf(classifier, `changing the ${subject}`, sign)).toBe(subject);
      }
    }
  });

  test('recognizes misspelt and inflected words by their pieces', async () => {
    const classifier = await classifierOf(taught((subject) => [`How do I change my ${subject}?`]));
    expect(bestOf(classifier, 'my newsleters', 'nearest')).toBe('newsletter');
    expect(bestOf(classifier, 'appointmnet', 'nearest')).toBe('appointment');
  });

  test('learns from several phrasings what tells a question from its neighbours', async () => {
    const classifier = await classifierOf(
      taught((subject) => [`How do I change my ${subject}?`, `I want another ${subject}`, `${subject} is wrong`]),
    );
    const signs = classifier.read('another voucher please', SUBJECTS);
    expect(signs.get('voucher')?.margin).toBeGreaterThan(0);
    for (const subject of SUBJECTS.filter((one) => one !== 'voucher')) {
      expect(signs.get(subject)?.margin).toBeLessThan(0);
    }
  });

  test('says which phrasings it has learned, and nothing of questions that it does not know', async () => {
    const classifier = await classifierOf(taught((subject) => [`How do I change my ${subject}?`]));
    expect(classifier.size).toBe(SUBJECTS.length);
    expect(classifier.knows('voucher', 'How do I change my voucher?')).toBe(true);
    expect(classifier.knows('voucher', 'How do I change my parcel?')).toBe(false);
    expect(classifier.knows('receipt', 'How do I change my receipt?')).toBe(false);
    expect(classifier.read('my receipt', ['receipt', 'voucher']).has('receipt')).toBe(false);
  });

  test('reads texts without words, and questions of several languages side by side', async () => {
    const classifier = await classifierOf([
      ...taught((subject) => [`How do I change my ${subject} at the office?`]),
      {
        id: 'de',
        phrasings: ['Wie kann ich meine Rechnung per Post bekommen?'],
        answer: 'Wir schicken sie Ihnen gern zu.',
      },
    ]);
    expect([...classifier.read('', SUBJECTS).values()].every(({ nearest }) => nearest === 0)).toBe(true);
    const german = classifier.read('Ich möchte die Rechnungen per Post', ['de', 'invoice']);
    expect(german.get('de')!.nearest).toBeGreaterThan(german.get('invoice')!.nearest);
  });

  test('is the same for the same questions, and is not read from anything else', async () => {
    const questions = taught((subject) => [`How do I change my ${subject}?`, `Another ${subject}`]);
    const bytes = writeClassifier(await trainQuestionClassifier(questions, unhurried));
    expect(writeClassifier(await trainQuestionClassifier(questions, unhurried))).toEqual(bytes);
    const damaged = bytes.slice();
    damaged[bytes.length >> 1]! ^= 1;
    for (const broken of [damaged, bytes.subarray(0, 100), bytes.subarray(0, 3), new Uint8Array(40)]) {
      expect(() => readClassifier(broken)).toThrow(BrokenArtefactError);
    }
  });

  test('holds none of the words it has learned', async () => {
    const bytes = Buffer.from(
      writeClassifier(
        await trainQuestionClassifier(
          taught((id) => [`My ${id}?`]),
          unhurried,
        ),
      ),
    );
    const questions = taught((subject) => [`My ${subject}?`]).map((one, at) => ({ ...one, id: `q${at}` }));
    const unnamed = Buffer.from(writeClassifier(await trainQuestionClassifier(questions, unhurried)));
    expect(bytes.includes('voucher')).toBe(true);
    expect(unnamed.includes('voucher')).toBe(false);
    expect(unnamed.includes('office')).toBe(false);
  });

  test('gives way to others while it learns', async () => {
    let steps = 0;
    const hurried = { isDue: true, step: async () => void steps++ };
    await trainQuestionClassifier(
      taught((subject) => [`My ${subject}?`]),
      hurried,
    );
    expect(steps).toBeGreaterThan(3 * SUBJECTS.length);
  });
});

describe('the probability of questions', () => {
  const signs = { nearest: 0.8, middle: 0.8, margin: 0.6, inAnswer: 0.5 };
  const weak = { nearest: 0.2, middle: 0.2, margin: -0.6, inAnswer: 0.1 };

  test('is high for one that stands out, and low for its rivals', () => {
    const [first, second] = questionProbabilities([
      { signs, byWords: 0.9, answer: 'a' },
      { signs: weak, byWords: 0.3, answer: 'b' },
    ]);
    expect(first).toBeGreaterThan(0.9);
    expect(second).toBeLessThan(0.1);
  });

  test('is shared by two that are as likely, unless they have one answer', () => {
    const one = { signs, byWords: 0.9, answer: 'a' };
    for (const probability of questionProbabilities([one, { ...one, answer: 'b' }])) {
      expect(probability).toBeGreaterThan(0.4);
      expect(probability).toBeLessThanOrEqual(0.5);
    }
    for (const probability of questionProbabilities([one, { ...one }])) expect(probability).toBeGreaterThan(0.9);
  });

  test('is low where nothing speaks for the likeliest, and there is none without questions', () => {
    const [only] = questionProbabilities([{ signs: { ...weak, nearest: 0, middle: 0 }, byWords: 0, answer: 'a' }]);
    expect(only).toBeLessThan(0.3);
    expect(questionProbabilities([])).toEqual([]);
  });
});
