import { contrastOf, readableOn, surfaceColours } from './colours';

const COLOURS = [
  '#007bff',
  '#000',
  '#fff',
  '#777777',
  '#ffd400',
  '#e91e63',
  '#28a745',
  '#17a2b8',
  '#808080',
  '#0f0',
  '#00f',
];

test.each(COLOURS)('text on a surface of %s can be read', (colour) => {
  const { surface, text } = surfaceColours(colour);
  expect(contrastOf(surface, text)).toBeGreaterThanOrEqual(4.5);
});

test.each(COLOURS.flatMap((colour) => ['#f0f2f5', '#2a2d35'].map((background) => [colour, background] as const)))(
  '%s can be read on %s',
  (colour, background) => {
    expect(contrastOf(readableOn(background, colour), background)).toBeGreaterThanOrEqual(4.5);
  },
);

test('a colour that is dark enough stays as it is, one that is nearly so becomes a little darker', () => {
  expect(surfaceColours('#123456')).toEqual({ surface: '#123456', text: '#fff' });
  expect(surfaceColours('#007bff').text).toBe('#fff');
  expect(surfaceColours('#ffd400')).toEqual({ surface: '#ffd400', text: '#000' });
});

test('contrast is as WCAG counts it', () => {
  expect(contrastOf('#000', '#fff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
