/**
 * What people see at the default threshold of 0.7 in a small help centre, through the whole engine. The questions are as
 * customers type them; none of these articles is in the data that the calibration was fitted to.
 */
import { detectLanguage } from '#domain/language';
import { analyzeQuery } from './query-analysis';
import { weighQuery } from './query-weights';
import { rescore } from './rescoring';
import { packSegment } from './segment-packer';
import { type FetchedRow, postingKeys, readPostings, vocabularyKeys } from './segment-reader';
import { correctSpelling, unknownWords } from './spelling';
import { topPassages } from './top-passages';

interface Article {
  title: string;
  body: string;
}

const threshold = 0.7;

function baseOf(articles: readonly Article[]) {
  const passages = articles.map(({ title, body }, seq) => ({
    seq,
    title,
    body,
    language: detectLanguage(`${title}. ${body}`, 'en'),
  }));
  const segment = packSegment(passages);
  const fetch = (keys: readonly number[]): FetchedRow[] =>
    segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));
  return (text: string): { title: string; probability: number } => {
    const analyzed = analyzeQuery(text, segment.languages);
    const first = readPostings(analyzed.terms, fetch(postingKeys(analyzed.terms, [segment])));
    const unknown = unknownWords(analyzed, first);
    const query = correctSpelling(analyzed, unknown, fetch(vocabularyKeys(unknown, [segment])));
    const postings = readPostings(query.terms, fetch(postingKeys(query.terms, [segment])));
    const weighted = weighQuery(query, postings, segment);
    const found = topPassages(weighted.postings, { limit: 50 });
    const [best] = rescore(
      weighted,
      found.map(({ seq }) => passages[seq]!),
    );
    return { title: articles[best?.seq ?? -1]?.title ?? '', probability: best?.probability ?? 0 };
  };
}

const openingHours = { title: 'Opening hours', body: 'Our shop is open Monday to Friday from 9:00 to 17:00.' };
const resetPassword = {
  title: 'Reset your password',
  body: 'To reset your password, open Settings, choose Security and click Reset password.',
};

const articles: Article[] = [
  openingHours,
  resetPassword,
  {
    title: 'Delivery times and costs',
    body: 'Orders placed before noon are shipped the same day and arrive within two working days. Delivery is free above 50 euros, otherwise it costs 4.90 euros.',
  },
  {
    title: 'Exchanging an item',
    body: 'If something does not fit, you can exchange it within 60 days. Bring the item and the receipt to the shop, or send it to us with the exchange form.',
  },
  {
    title: 'Paying by instalments',
    body: 'Purchases above 200 euros can be paid in three, six or twelve monthly instalments. We check your credit standing before the contract is signed.',
  },
  {
    title: 'Bicycle repair',
    body: 'Our workshop repairs bicycles and e-bikes of all brands. A full inspection costs 59 euros and takes about three days. Please make an appointment.',
  },
  {
    title: 'Newsletter',
    body: 'The newsletter appears once a month. To unsubscribe, click the link at the end of any issue.',
  },
  {
    title: 'Loyalty card',
    body: 'With the loyalty card you collect one point for every euro. 100 points are worth a voucher of 5 euros. The card is free.',
  },
  {
    title: 'How to find us',
    body: 'Our address is 12 Mill Street. Take tram 4 to the stop Old Mill; parking spaces are behind the building.',
  },
  {
    title: 'Jobs',
    body: 'We are looking for mechanics and sales staff. Send your application with a curriculum vitae to jobs@example.com.',
  },
];

const paraphrases: [question: string, title: string][] = [
  ['What are your opening hours?', 'Opening hours'],
  ['When are you open?', 'Opening hours'],
  ['When do you open on Monday?', 'Opening hours'],
  ['How do I reset my password?', 'Reset your password'],
  ['I forgot my password', 'Reset your password'],
  ['reset pasword', 'Reset your password'],
  ['How much does delivery cost?', 'Delivery times and costs'],
  ['Is delivery free?', 'Delivery times and costs'],
  ['Can I exchange an item that does not fit?', 'Exchanging an item'],
  ['How many days do I have to exchange something?', 'Exchanging an item'],
  ['Can I pay in instalments?', 'Paying by instalments'],
  ['monthly instalments', 'Paying by instalments'],
  ['Do you repair e-bikes?', 'Bicycle repair'],
  ['What does a bicycle inspection cost?', 'Bicycle repair'],
  ['How do I unsubscribe from the newsletter?', 'Newsletter'],
  ['How many points do I need for a voucher?', 'Loyalty card'],
  ['Is the loyalty card free?', 'Loyalty card'],
  ['What is your address?', 'How to find us'],
  ['Which tram do I take?', 'How to find us'],
  ['Where do I send my application?', 'Jobs'],
];

const unrelated = [
  'Who won the world cup in 1998?',
  'What is the capital of France?',
  'How tall is Mount Everest?',
  'Write a poem about autumn',
  'What is the boiling point of water?',
  'Who wrote Hamlet?',
  'How do I cook rice?',
  'Do you sell kayaks?',
  'Can I bring my dog?',
  'Is there a vegan menu?',
  'How do I install the printer driver?',
  'What is the weather like tomorrow?',
  'Do you offer swimming lessons?',
  'How do I convert a PDF to Word?',
  'What is your opinion on politics?',
  'Tell me a joke about elephants',
  'How many planets are there?',
  'Where can I see my medical records?',
  'Can I rent a car?',
  'How do I change the language of the app?',
];

/** These share few words with their article; the synonyms find it. */
const bySynonyms: [question: string, title: string][] = [
  ['Are you hiring?', 'Jobs'],
  ['How much does it cost to fix a bike?', 'Bicycle repair'],
  ['shipping fee', 'Delivery times and costs'],
];

/** Without a shared stem there is nothing to go by; the engine must not pretend. */
const beyondWords = [
  "I can't log in anymore",
  'The shoes are too small',
  'Where are you located?',
  'What time do you close?',
  'Which tram goes to your shop?',
  'stop sending me emails',
];

describe('a help centre of ten articles', () => {
  const ask = baseOf(articles);

  it.each(paraphrases)('answers "%s"', (question, title) => {
    const best = ask(question);
    expect(best.title).toBe(title);
    expect(best.probability).toBeGreaterThanOrEqual(threshold);
  });

  it.each(unrelated)('does not answer "%s"', (question) => {
    expect(ask(question).probability).toBeLessThan(threshold);
  });
});

describe('a question in other words than the article', () => {
  const ask = baseOf(articles);

  it.each(bySynonyms)('is found by synonyms: "%s"', (question, title) => {
    const best = ask(question);
    expect(best.title).toBe(title);
    expect(best.probability).toBeGreaterThanOrEqual(threshold);
  });

  it.each(beyondWords)('is refused rather than answered wrongly: "%s"', (question) => {
    expect(ask(question).probability).toBeLessThan(threshold);
  });
});

describe('a base of one article', () => {
  const askHours = baseOf([openingHours]);
  const askPassword = baseOf([resetPassword]);
  const askParis = baseOf([{ title: '', body: 'Paris is the capital of France.' }]);

  it.each(['What are your opening hours?', 'When are you open?', 'When do you open on Monday?', 'opening hours'])(
    'about opening hours answers "%s"',
    (question) => {
      expect(askHours(question).probability).toBeGreaterThanOrEqual(threshold);
    },
  );

  it.each(['Who won the world cup in 1998?', 'Do you sell bicycles?', 'How do I reset my password?'])(
    'about opening hours is far from answering "%s"',
    (question) => {
      expect(askHours(question).probability).toBeLessThan(0.5);
    },
  );

  it.each(['How do I reset my password?', 'I forgot my password', 'password', 'Reset password'])(
    'about passwords answers "%s"',
    (question) => {
      expect(askPassword(question).probability).toBeGreaterThanOrEqual(threshold);
    },
  );

  it.each(['What are your opening hours?', 'What is the capital of France?'])(
    'about passwords is far from answering "%s"',
    (question) => {
      expect(askPassword(question).probability).toBeLessThan(0.5);
    },
  );

  it('about Paris answers what the capital of France is', () => {
    expect(askParis('What is the capital of France?').probability).toBeGreaterThanOrEqual(threshold);
  });
});
