import { EventStreamParser, EventTooLarge } from './event-stream-parser';

function dataOf(parts: readonly (string | Buffer)[], maxBytes = 1_000): string[] {
  const data: string[] = [];
  const parser = new EventStreamParser((one) => data.push(one), maxBytes);
  for (const part of parts) parser.push(Buffer.from(part));
  parser.end();
  return data;
}

const STREAM =
  ': ping\n\nevent: message\ndata: {"text":"Grüße 👋🏽"}\nid: 7\n\ndata:{"no":"blank"}\n\ndata: [DONE]\n\n';
const DATA = ['{"text":"Grüße 👋🏽"}', '{"no":"blank"}', '[DONE]'];

describe('the parser of event streams', () => {
  it('gives the data of each event, whatever the line ends, comments and other fields', () => {
    expect(dataOf([STREAM])).toEqual(DATA);
    expect(dataOf([STREAM.replaceAll('\n', '\r\n')])).toEqual(DATA);
  });

  it.each([STREAM, STREAM.replaceAll('\n', '\r\n')])('does not mind where reads end: %j', (stream) => {
    const bytes = Buffer.from(stream);
    for (let at = 0; at <= bytes.length; at++)
      expect(dataOf([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(DATA);
    expect(dataOf(Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(DATA);
  });

  it('joins the lines of one event', () => {
    expect(dataOf(['data: one\ndata: two\n\n'])).toEqual(['one\ntwo']);
  });

  it('takes a last event that lacks its blank line, or its line end', () => {
    expect(dataOf(['data: one\n\ndata: two\n'])).toEqual(['one', 'two']);
    expect(dataOf(['data: one\n\ndata: two'])).toEqual(['one', 'two']);
  });

  it('refuses events that are too long, in one line or in many, complete or not', () => {
    const long = 'x'.repeat(1_001);
    expect(() => dataOf([`data: ${long}`])).toThrow(EventTooLarge);
    expect(() => dataOf([`data: ${long}\n\n`])).toThrow(EventTooLarge);
    expect(() => dataOf(['data: ', ...Array(11).fill('x'.repeat(100))])).toThrow(EventTooLarge);
    expect(() => dataOf(Array(11).fill(`data: ${'x'.repeat(100)}\n`))).toThrow(EventTooLarge);
  });
});
