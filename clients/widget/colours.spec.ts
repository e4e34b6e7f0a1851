import { contrast, surfaceColours } from './colours';

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
  expect(contrast(surface, text)).toBeGreaterThanOrEqual(4.5);
});

test('a colour that is dark enough stays as it is, one that is nearly so becomes a little darker', () => {
  expect(surfaceColours('#123456')).toEqual({ surface: '#123456', text: '#ffffff' });
  expect(surfaceColours('#007bff').text).toBe('#ffffff');
  expect(surfaceColours('#ffd400')).toEqual({ surface: '#ffd400', text: '#000000' });
});

test('contrast is as WCAG counts it', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
