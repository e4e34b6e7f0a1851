import { expectProportionalTime } from '#testing';
import { clusterQuestions, clusterQuestionsInSteps } from './cluster-questions';
import type { Compare } from './merging';

const asked = (texts: readonly string[]) => texts.map((text, at) => ({ id: `${at}`, text }));

/** Clusters of more than one, as texts. */
function together(texts: readonly string[]): string[][] {
  const clusters = clusterQuestions(asked(texts)).filter(({ ids }) => ids.length > 1);
  return clusters.map(({ ids }) => ids.map((id) => texts[Number(id)] ?? ''));
}

const representatives = (texts: readonly string[]) => clusterQuestions(asked(texts)).map((one) => one.representative);

/** A day of a shop that holds nothing about any of it. */
const GIFTS = [
  'Do you offer gift wrapping?',
  'do you offer gift wraping',
  'Hi there! Do you offer gift wrapping, please?',
  'Is gift wrapping offered?',
];
const ABROAD = [
  'Do you ship to Norway?',
  'can you ship to norway',
  'Is shipping to Norway possible?',
  'DO YOU SHIP TO NORWAY??',
];
const LOYALTY = [
  'How do I join the loyalty programme?',
  'I want to join the loyalty programme',
  'join loyalty program',
];
const ALONE = ['Who founded the company?', 'Do you ship to Spain?', 'Where do your coffee beans come from?'];

describe('clusters of questions', () => {
  test('are of those that ask the same in other words, other case, with errors and courtesies', () => {
    const mixed = [...GIFTS, ...ABROAD, ...LOYALTY, ...ALONE];
    const shuffled = mixed.map((_, at) => mixed[(at * 5) % mixed.length] ?? '');
    expect(new Set(shuffled).size).toBe(mixed.length);
    const found = together(shuffled).map((texts) => texts.sort());
    expect(found).toEqual(expect.arrayContaining([GIFTS, ABROAD, LOYALTY].map((texts) => [...texts].sort())));
    expect(found).toHaveLength(3);
  });

  test.each([
    ['How do I open an account?', 'How do I close an account?', 'account'],
    ['How do I log in?', 'How do I log out?', 'How do I log in again?'],
    ['How do I enable notifications?', 'How do I disable notifications?', 'notifications'],
    ['How do I delete a list?', 'How do I delete my account?', 'delete'],
    ['Do you ship to Canada?', 'Do you ship to Norway?', 'Do you ship?'],
    ['What does the 2024 edition cost?', 'What does the 2019 edition cost?', 'edition cost'],
    ['Wie ändere ich meine Adresse?', 'Wie ändere ich mein Passwort?', 'ändern'],
    ['Comment créer un compte ?', 'Comment supprimer mon compte ?', 'compte'],
    ['When is the library open?', 'Where is the library?', 'library'],
  ])('never hold both "%s" and "%s", whatever stands between them', (one, other, between) => {
    for (const texts of [
      [one, other],
      [one, other, between],
      [between, one, one, other],
      [other, between, one],
    ]) {
      for (const cluster of together(texts)) expect(cluster.includes(one) && cluster.includes(other)).toBe(false);
    }
  });

  test.each([
    ['Wie kann ich meinen Vertrag kündigen?', 'Ich möchte meinen Vertrag kündigen', 'vertrag kündigen bitte'],
    ['Comment annuler mon rendez-vous ?', 'Je voudrais annuler mon rendez-vous', 'annuler rendez-vous svp'],
    ['¿Cómo puedo cancelar mi reserva?', 'Quiero cancelar mi reserva', 'cancelar reserva'],
    ['営業時間は何時ですか？', '営業時間は何時ですか', '営業時間は何時ですか!'],
  ])('are made in other languages: "%s"', (...texts) => {
    expect(together(texts)).toEqual([texts]);
  });

  test('come with the largest first, and each text is in one of them', () => {
    const texts = [...LOYALTY, ...ALONE, ...GIFTS];
    const clusters = clusterQuestions(asked(texts));
    const sizes = clusters.map(({ ids }) => ids.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(clusters.flatMap(({ ids }) => ids).sort()).toEqual(
      asked(texts)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('are represented by the most typical text, in its usual writing', () => {
    expect(
      representatives(['HOW DO I RESET MY PASSWORD', 'how do i reset my password', 'How do I reset my password?']),
    ).toEqual(['How do I reset my password?']);
    expect(representatives([...Array(5).fill('Do you offer gift wrapping?'), 'do you offer gift wraping'])).toEqual([
      'Do you offer gift wrapping?',
    ]);
  });

  test('are the same for the same texts, in whatever order they come', () => {
    const texts = [...GIFTS, ...ABROAD, ...LOYALTY, ...ALONE];
    const sets = (ordered: readonly string[]) =>
      new Set(
        clusterQuestions(asked(ordered)).map(({ representative, ids }) => {
          const held = ids.map((id) => ordered[Number(id)]).sort();
          return JSON.stringify([representative, held]);
        }),
      );
    expect(clusterQuestions(asked(texts))).toEqual(clusterQuestions(asked(texts)));
    expect(sets([...texts].reverse())).toEqual(sets(texts));
  });

  test('are the same when they are made in steps', async () => {
    const texts = asked([...GIFTS, ...ABROAD, ...ALONE]);
    expect(await clusterQuestionsInSteps(texts)).toEqual(clusterQuestions(texts));
  });

  test('are made of whatever people type', () => {
    expect(clusterQuestions([])).toEqual([]);
    expect(together(['?', '🙂', '', '   ', '...', '🙂'])).toEqual([
      ['', '   '],
      ['🙂', '🙂'],
    ]);
    expect(together(['who are you', 'Who are you?', 'where are you'])).toEqual([['who are you', 'Who are you?']]);
    expect(clusterQuestions(asked(['word '.repeat(5_000), 'a'.repeat(20_000)]))).toHaveLength(2);
  });

  test('cost a bounded number of comparisons for each text, however alike all are', () => {
    const comparisonsFor = (count: number) => {
      let comparisons = 0;
      const counting: Compare = () => {
        comparisons++;
        return 0.7;
      };
      clusterQuestions(
        asked(Array.from({ length: count }, (_, at) => `How much is spare part ${at} of my machine?`)),
        counting,
      );
      return comparisons;
    };
    expect(comparisonsFor(400)).toBeLessThan(40 * 400);
    expect(comparisonsFor(1_600)).toBeLessThan(40 * 1_600);
  });

  test('take time in proportion to the texts', async () => {
    const things = ['garden hose', 'blue lamp', 'wooden chair', 'ladder', 'paint', 'drill', 'carpet', 'mirror'];
    const texts = (count: number) =>
      asked(
        Array.from({ length: count }, (_, at) => `Is the ${things[at % 8]} model ${at} in stock in shop ${at % 97}?`),
      );
    await expectProportionalTime((count) => clusterQuestions(texts(count)), 100);
  });
});
