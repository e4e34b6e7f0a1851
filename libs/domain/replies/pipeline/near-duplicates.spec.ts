import { passageOf } from '#testing/replies';
import { withoutNearDuplicates } from './near-duplicates';

const HOURS =
  'Our shop in the old town is open from nine to five on weekdays, and on the first weekend of the month from ten.';

function kept(...bodies: string[]): string[] {
  const passages = bodies.map((body, at) => passageOf(`p${at}`, 'Hours', body));
  return withoutNearDuplicates(passages).passages.map(({ id }) => id);
}

describe('passages that say the same', () => {
  test('are given once, and the others are named with the one that is given', () => {
    const { passages, sameAs } = withoutNearDuplicates([
      passageOf('new', 'Hours', HOURS),
      passageOf('old', 'Hours, old page', HOURS.replace('on the first', 'at the first')),
    ]);
    expect(passages.map(({ id }) => id)).toEqual(['new']);
    expect([...sameAs]).toEqual([['old', 'new']]);
  });

  test('are two when they differ by a name or a number', () => {
    expect(kept(`${HOURS} Ask for Ann.`, `${HOURS} Ask for Bob.`)).toHaveLength(2);
    expect(kept(`${HOURS} It costs 5.`, `${HOURS} It costs 6.`)).toHaveLength(2);
  });

  test('are two when one says much more', () => {
    expect(
      kept(HOURS, `${HOURS} In winter we close an hour earlier, because the lamps of the old town go out so soon.`),
    ).toHaveLength(2);
  });

  test('are two when they only share a subject', () => {
    expect(
      kept(HOURS, 'Our shop in the old town sells coffee, tea, and the bread of the bakery next door.'),
    ).toHaveLength(2);
  });
});
