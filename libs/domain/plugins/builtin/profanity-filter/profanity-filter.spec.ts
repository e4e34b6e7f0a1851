import { expectProportionalTime } from '#testing';
import { profanityFilter } from './profanity-filter';

describe('the profanity filter', () => {
  const cleaned = async (text: string, config = {}) => (await profanityFilter.start(config)).postProcess!(text);

  test('masks offensive words, letter by letter, in any case, and nothing else', async () => {
    expect(await cleaned('Damn it, this is SHIT. A shitake from Scunthorpe!')).toBe(
      '**** it, this is ****. A shitake from Scunthorpe!',
    );
  });

  test('masks the words of the team with the character of the team', async () => {
    expect(await cleaned('You fool, Jürgen!', { maskChar: '#', words: ['FOOL', 'jürgen'] })).toBe('You ####, ######!');
  });

  test('takes time in proportion to the text', async () => {
    const { postProcess } = await profanityFilter.start({});
    await expectProportionalTime((size) => postProcess!('damn '.repeat(size)), 8_000);
    await expectProportionalTime((size) => postProcess!('a'.repeat(size)), 50_000);
  });
});
