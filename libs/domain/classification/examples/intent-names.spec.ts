import { intentsOfOneWord, nameWordsOf, tellingNames } from './intent-names';

describe('nameWordsOf', () => {
  it('reads names however their words are joined', () => {
    const joined = ['card_arrival', 'cardArrival', 'Card-Arrival', 'card/arrival', 'CARD ARRIVAL', 'card.arrival_2'];
    for (const name of joined) expect(nameWordsOf(name)).toEqual(['card', 'arrival']);
  });

  it('reads no sentence as a name', () => {
    expect(nameWordsOf('We are open from nine to five on all days of the week.')).toEqual([]);
  });

  it('finds nothing in numbers', () => {
    expect(nameWordsOf('4711')).toEqual([]);
  });
});

describe('tellingNames', () => {
  it('leaves out what most names have', () => {
    const names = ['faq_opening', 'faq_parking', 'faq_prices', 'faq_toilets', 'goodbye'];
    expect(tellingNames(names)).toEqual(['opening', 'parking', 'prices', 'toilets', 'goodbye']);
  });

  it('says nothing of intents that are only numbered', () => {
    expect(tellingNames(['intent_1', 'intent_2', 'intent_3', 'intent_4'])).toEqual(['', '', '', '']);
  });
});

describe('intentsOfOneWord', () => {
  it('groups the intents that have a word of their names in common, each group once', () => {
    const names = ['alarm_clock_remove', 'alarm_clock_set', 'event_remove', 'weather', 'greeting'];
    expect(intentsOfOneWord(names)).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });
});
