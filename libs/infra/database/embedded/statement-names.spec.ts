import { serialize } from 'pg-protocol';
import { StatementNames } from './statement-names';

const names = () => new StatementNames('c7_');

describe('StatementNames', () => {
  test('gives every message of a named statement the name of its connection', () => {
    const own = names();
    expect(own.translate(serialize.parse({ name: 'q', text: 'SELECT $1' }))).toEqual(
      serialize.parse({ name: 'c7_q', text: 'SELECT $1' }),
    );
    expect(own.translate(serialize.bind({ portal: 'p', statement: 'q', values: ['x'] }))).toEqual(
      serialize.bind({ portal: 'p', statement: 'c7_q', values: ['x'] }),
    );
    expect(own.translate(serialize.describe({ type: 'S', name: 'q' }))).toEqual(
      serialize.describe({ type: 'S', name: 'c7_q' }),
    );
    expect(own.translate(serialize.close({ type: 'S', name: 'q' }))).toEqual(
      serialize.close({ type: 'S', name: 'c7_q' }),
    );
  });

  test('leaves unnamed statements, portals and other messages alone', () => {
    const messages = [
      serialize.parse({ text: 'SELECT 1' }),
      serialize.bind({ portal: 'q' }),
      serialize.describe({ type: 'P', name: 'q' }),
      serialize.execute({ portal: 'q' }),
      serialize.query('SELECT 1'),
    ];
    for (const message of messages) expect(names().translate(message)).toBe(message);
  });

  test('knows which statements are to be forgotten when the connection ends', () => {
    const own = names();
    own.translate(serialize.parse({ name: 'a', text: 'SELECT 1' }));
    own.translate(serialize.parse({ name: 'b', text: 'SELECT 2' }));
    own.translate(serialize.close({ type: 'S', name: 'a' }));
    expect(own.takeAll()).toEqual(['c7_b']);
    expect(own.count).toBe(0);
  });
});
