/**
 * The part of PostgreSQL's wire protocol 3.0 that the gate must understand.
 * Source: PostgreSQL 18 manual, chapter 54 "Frontend/Backend Protocol".
 *
 * A message is one byte of type, four bytes of length (it counts itself but not the type, big endian) and a body. Only
 * the first packet of a connection has no type. Texts end with a zero byte.
 */
export const HEADER_BYTES = 5;

/** Types of messages from clients. */
export const FRONTEND = {
  bind: code('B'),
  close: code('C'),
  copyDone: code('c'),
  copyFail: code('f'),
  describe: code('D'),
  flush: code('H'),
  functionCall: code('F'),
  parse: code('P'),
  query: code('Q'),
  sync: code('S'),
  terminate: code('X'),
} as const;

/** Types of messages from the engine. */
export const BACKEND = {
  error: code('E'),
  notification: code('A'),
  readyForQuery: code('Z'),
} as const;

/** The codes that a client may send instead of a protocol version in its first packet. */
export const STARTUP = { cancel: 80_877_102, ssl: 80_877_103, gssEncryption: 80_877_104 } as const;

/** Idle, in a transaction, or in one that has failed. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** A message cut in the stream; `body` begins behind the header. */
export interface Message {
  type: number;
  start: number;
  body: number;
  end: number;
}

function code(type: string): number {
  return type.charCodeAt(0);
}

export function message(type: number, body: Buffer = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + body.length);
  bytes.writeUInt8(type, 0);
  bytes.writeInt32BE(bytes.length - 1, 1);
  body.copy(bytes, HEADER_BYTES);
  return bytes;
}

export function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

/** A statement without parameters. */
export function queryMessage(sql: string): Buffer {
  return message(FRONTEND.query, text(sql));
}

export function syncMessage(): Buffer {
  return message(FRONTEND.sync);
}

/** An error after which the client must take the connection as closed. */
export function fatalErrorMessage(sqlState: string, sentence: string): Buffer {
  const fields = [`SFATAL`, `VFATAL`, `C${sqlState}`, `M${sentence}`].map(text);
  return message(BACKEND.error, Buffer.concat([...fields, Buffer.from([0])]));
}

/** The first packet of a client, as the engine wants it before it says its settings. */
export function startupPacket(user: string, database: string): Buffer {
  const settings = ['user', user, 'database', database, ''].map(text);
  const protocol = Buffer.from([0, 3, 0, 0]);
  const body = Buffer.concat([protocol, ...settings]);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

/** The messages in `bytes`, which holds whole messages only. */
export function* messagesIn(bytes: Buffer): Generator<Message> {
  for (let start = 0; start + HEADER_BYTES <= bytes.length; ) {
    const end = start + 1 + bytes.readInt32BE(start + 1);
    yield { type: bytes.readUInt8(start), start, body: start + HEADER_BYTES, end };
    start = end;
  }
}

/** The zero-terminated text at `offset`. */
export function textAt(bytes: Buffer, offset: number): string {
  return bytes.toString('utf8', offset, bytes.indexOf(0, offset));
}
