/**
 * The same wire for benches: one answer for everybody, serialised before the first request, because the server's own CPU
 * competes with what is measured. It reads of a request no more than HTTP/1.1 framing (RFC 9112, bodies with a length) and
 * whether it wants a stream and usage; it checks nothing.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { chatAnswerOf, jsonAnswer, streamedAnswer } from './chat-answer';
import type { ChatRequest } from './chat-request';
import { errorBody } from './provider-errors';

export interface LoadOptions {
  /** Before the head of each answer. */
  latencyMs: number;
  /** Words of the answer; each is a chunk of a stream. */
  tokens: number;
  /** Between two chunks of a stream; 0 writes it whole. */
  chunkDelayMs: number;
}

interface Received {
  isPost: boolean;
  path: string;
  body: Buffer;
}

/** Whole answers, heads included. */
interface Answers {
  json: Buffer;
  models: Buffer;
  /** Head with the first chunk, the other chunks, and the end; without usage and with it. */
  streams: Record<'plain' | 'withUsage', readonly Buffer[]>;
}

const WORDS = 'The parcel is on its way and arrives within two working days; you can follow it online.'.split(' ');
const MODEL = 'load-model';
/** Vendors put a deployment before it and a version after it. */
const CHAT_PATH = '/chat/completions';
const HEAD_END = '\r\n\r\n';
/** Clients send requests of a few kilobytes; more is a mistake. */
const MAX_HEAD_BYTES = 64 * 1024;

export function createLoadServer(options: LoadOptions): Server {
  const answers = answersOf(options.tokens);
  const wholeStreams = {
    plain: Buffer.concat(answers.streams.plain),
    withUsage: Buffer.concat(answers.streams.withUsage),
  };

  function answer(socket: Socket, { isPost, path, body }: Received): void {
    const usage = says(body, 'include_usage') ? 'withUsage' : 'plain';
    if (!isPost && path === '/v1/models') socket.write(answers.models);
    else if (!isPost || !path.includes(CHAT_PATH)) socket.write(response(404, errorBody({ status: 404 })));
    else if (!says(body, 'stream')) later(options.latencyMs, () => socket.write(answers.json));
    else if (options.chunkDelayMs === 0) later(options.latencyMs, () => socket.write(wholeStreams[usage]));
    else later(options.latencyMs, () => writeSlowly(socket, answers.streams[usage], options.chunkDelayMs));
  }

  return createServer({ noDelay: true }, (socket) => {
    let pending: Buffer | undefined;
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      let rest: Buffer | undefined = pending === undefined ? bytes : Buffer.concat([pending, bytes]);
      for (let read = readRequest(rest); read !== undefined; read = rest && readRequest(rest)) {
        answer(socket, read.received);
        rest = read.length === rest?.length ? undefined : rest?.subarray(read.length);
      }
      pending = rest;
      if (pending !== undefined && pending.length > MAX_HEAD_BYTES && !pending.includes(HEAD_END)) socket.destroy();
    });
  });
}

/** The first request of the bytes, when it is there to its end. */
function readRequest(bytes: Buffer): { received: Received; length: number } | undefined {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const bodyFrom = headEnd + HEAD_END.length;
  const length = bodyFrom + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < length) return undefined;
  const pathFrom = head.indexOf(' ') + 1;
  const path = head.slice(pathFrom, head.indexOf(' ', pathFrom));
  return { received: { isPost: head.startsWith('POST '), path, body: bytes.subarray(bodyFrom, length) }, length };
}

/** Within texts the quotes would be escaped, so that this is a field of the request. */
function says(body: Buffer, field: string): boolean {
  return body.includes(`"${field}":true`) || body.includes(`"${field}": true`);
}

function later(delayMs: number, write: () => void): void {
  if (delayMs > 0) setTimeout(write, delayMs);
  else write();
}

function writeSlowly(socket: Socket, parts: readonly Buffer[], delayMs: number, from = 0): void {
  const part = parts[from];
  if (part === undefined || socket.destroyed) return;
  socket.write(part);
  setTimeout(writeSlowly, delayMs, socket, parts, delayMs, from + 1);
}

function answersOf(tokens: number): Answers {
  const pieces = Array.from({ length: tokens }, (_, at) => `${at === 0 ? '' : ' '}${WORDS[at % WORDS.length]}`);
  const request: ChatRequest = { model: MODEL, messages: [{ role: 'user', content: 'What about my parcel?' }] };
  const answer = chatAnswerOf(request, { pieces });
  const models = { object: 'list', data: [{ id: MODEL, object: 'model', created: 0, owned_by: 'bench' }] };
  return {
    json: response(200, jsonAnswer('chatcmpl-load', request, answer)),
    models: response(200, JSON.stringify(models)),
    streams: {
      plain: streamParts(request, answer),
      withUsage: streamParts({ ...request, stream_options: { include_usage: true } }, answer),
    },
  };
}

function streamParts(request: ChatRequest, answer: ReturnType<typeof chatAnswerOf>): Buffer[] {
  const { opening, pieces, ending } = streamedAnswer('chatcmpl-load', request, answer);
  const head =
    'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n';
  const end = [...ending, '[DONE]'].map(chunk).join('');
  return [head + opening.map(chunk).join(''), ...pieces.map(chunk), `${end}0\r\n\r\n`].map((part) => Buffer.from(part));
}

/** One event as one chunk of the transfer (RFC 9112, section 7.1), as servers send that flush each event. */
function chunk(data: string): string {
  const event = `data: ${data}\n\n`;
  return `${Buffer.byteLength(event).toString(16)}\r\n${event}\r\n`;
}

function response(status: 200 | 404, body: string): Buffer {
  const reason = status === 200 ? 'OK' : 'Not Found';
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
}
