import { argumentsObjectOf, type ToolCallPiece, ToolCallPieces } from './tool-call-pieces';

function callsOf(...pieces: ToolCallPiece[]) {
  const all = new ToolCallPieces();
  for (const piece of pieces) all.add(piece);
  return all.calls();
}

describe('tool calls put together from pieces', () => {
  it('join the arguments of one call', () => {
    const pieces = [
      { index: 0, id: 'a', name: 'find' },
      { index: 0, arguments: '{"n":' },
      { index: 0, arguments: '1}' },
    ];
    expect(callsOf(...pieces)).toEqual([{ id: 'a', name: 'find', arguments: '{"n":1}' }]);
  });

  it('keep calls apart whose pieces come mixed', () => {
    const calls = callsOf(
      { index: 0, id: 'a', name: 'find' },
      { index: 1, id: 'b', name: 'clock' },
      { index: 0, arguments: '{"n":1}' },
      { index: 1, arguments: '{}' },
    );
    expect(calls).toEqual([
      { id: 'a', name: 'find', arguments: '{"n":1}' },
      { id: 'b', name: 'clock', arguments: '{}' },
    ]);
  });

  it('keep whole calls apart that have the same index, or none', () => {
    const whole = [
      { id: 'a', name: 'find', arguments: '1' },
      { id: 'b', name: 'find', arguments: '2' },
    ];
    expect(callsOf(...whole.map((one) => ({ ...one, index: 0 })))).toEqual(whole);
    expect(callsOf(...whole)).toEqual(whole);
    expect(callsOf(...whole.map(({ name, arguments: text }) => ({ name, arguments: text })))).toHaveLength(2);
  });

  it('do not take a repeated id for another call', () => {
    const pieces = [
      { index: 0, id: 'a', name: 'find', arguments: '{' },
      { index: 0, id: 'a', arguments: '}' },
    ];
    expect(callsOf(...pieces)).toEqual([{ id: 'a', name: 'find', arguments: '{}' }]);
  });

  it('give an id to calls that have none', () => {
    const [one, other] = callsOf({ index: 0, name: 'find' }, { index: 1, name: 'find' });
    expect(one?.id).toMatch(/^call_/);
    expect(one?.id).not.toBe(other?.id);
  });
});

describe('the arguments of a tool call', () => {
  it.each([
    ['{"n":1}', { n: 1 }],
    ['', {}],
    ['{"n":', {}],
    ['[1]', {}],
    ['"text"', {}],
    ['null', {}],
  ])('%j are an object', (text, expected) => {
    expect(argumentsObjectOf({ id: 'a', name: 'find', arguments: text })).toEqual(expected);
  });
});
