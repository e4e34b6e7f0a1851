import { MessageSplitter } from './message-splitter';
import { queryMessage, startupPacket, syncMessage } from './wire-protocol';

/** All whole messages that come out of `chunks`; the first packet of the stream opens the session. */
function split(chunks: readonly Buffer[]): Buffer[] {
  const splitter = new MessageSplitter();
  const messages: Buffer[] = [];
  for (const chunk of chunks) {
    splitter.push(chunk);
    for (let next = splitter.next(); next; next = splitter.next()) {
      if (messages.length === 0) splitter.beginSession();
      messages.push(next);
    }
  }
  return messages;
}

const packets = [startupPacket('postgres', 'postgres'), queryMessage('SELECT 1'), syncMessage(), queryMessage('é')];
const stream = Buffer.concat(packets);

describe('MessageSplitter', () => {
  test('cuts one chunk into its messages', () => {
    expect(split([stream])).toEqual(packets);
  });

  test('gives the same messages however the bytes are chopped', () => {
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
        stream.subarray(index * size, (index + 1) * size),
      );
      expect(split(chunks)).toEqual(packets);
    }
  });

  test('holds back a message until its last byte has come', () => {
    expect(split([stream.subarray(0, -1)])).toEqual(packets.slice(0, -1));
  });

  test('refuses bytes that cannot be the protocol', () => {
    expect(() => split([Buffer.from([0, 0, 0, 1])])).toThrow('does not speak its protocol');
  });
});
