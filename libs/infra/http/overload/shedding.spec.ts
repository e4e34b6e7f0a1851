import { Shedding } from './shedding';

const looks = (shedding: Shedding, count: number, pressure: number) => {
  for (let n = 0; n < count; n += 1) shedding.look(pressure);
  return shedding.part;
};
const turnedAway = (shedding: Shedding, of: number) =>
  Array.from({ length: of }, () => shedding.turnsAway()).filter(Boolean).length;

test('nobody is turned away below the bound', () => {
  const shedding = new Shedding();
  expect(looks(shedding, 100, 1)).toBe(0);
  expect(turnedAway(shedding, 100)).toBe(0);
});

test('far beyond the bound all are turned away within half a second, a little beyond it few', () => {
  expect(looks(new Shedding(), 5, 4)).toBe(1);
  expect(looks(new Shedding(), 5, 1.1)).toBeLessThan(0.4);
});

test('between the bound and well below it as many are turned away as before', () => {
  const shedding = new Shedding();
  const part = looks(shedding, 2, 2);
  expect(looks(shedding, 50, 0.8)).toBe(part);
  expect(turnedAway(shedding, 100)).toBe(Math.floor(part * 100));
});

test('it recovers by itself within about three seconds', () => {
  const shedding = new Shedding();
  looks(shedding, 50, 9);
  expect(turnedAway(shedding, 10)).toBe(10);
  expect(looks(shedding, 10, 0)).toBeGreaterThan(0);
  expect(looks(shedding, 20, 0)).toBe(0);
});
