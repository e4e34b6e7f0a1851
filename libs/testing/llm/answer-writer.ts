/**
 * Puts a scripted answer on the wire, with the faults that were asked for. A stalled answer stays open until the client or
 * the server hangs up.
 */
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Fault, ScriptedAnswer, ScriptedError } from './scripted-reply';
import { OPENAI_WIRE, type StreamedAnswer, type Wire } from './wire';

const JSON_TYPE = { 'content-type': 'application/json' };
/** Event of a response whose connection the server closes on purpose. */
export const DROPPED = 'dropped';
/** Of an endless line, per write. */
const FLOOD = 'x'.repeat(64 * 1024);

export function writeJson(response: ServerResponse, body: string, status = 200, headers = {}): void {
  response.writeHead(status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(body), ...headers }).end(body);
}

export async function writeError(response: ServerResponse, error: ScriptedError, wire = OPENAI_WIRE): Promise<void> {
  if (error.latencyMs) await sleep(error.latencyMs);
  const headers = error.retryAfter === undefined ? {} : { 'retry-after': error.retryAfter };
  writeJson(response, error.rawBody ?? wire.errorBody(error), error.status, headers);
}

/** What every answer does before its head. False when there will be none. */
async function begins(response: ServerResponse, { latencyMs, fault }: ScriptedAnswer): Promise<boolean> {
  if (latencyMs) await sleep(latencyMs);
  if (response.destroyed) return false;
  if (fault?.kind === 'reset' && fault.afterPieces === undefined) drop(response, 'reset');
  else if (fault?.kind === 'slow-head') await trickleHead(response, fault.byteDelayMs);
  else return !(fault?.kind === 'stall' && fault.afterPieces === undefined);
  return false;
}

async function trickleHead({ socket }: ServerResponse, byteDelayMs: number): Promise<void> {
  for (const byte of 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 0\r\n\r\n') {
    if (socket === null || socket.destroyed) return;
    socket.write(byte);
    await sleep(byteDelayMs);
  }
}

export async function writeWhole(
  response: ServerResponse,
  body: string,
  script: ScriptedAnswer,
  wire = OPENAI_WIRE,
): Promise<void> {
  if (!(await begins(response, script))) return;
  const { fault } = script;
  if (fault === undefined) return writeJson(response, body);
  const half = body.slice(0, body.length / 2);
  if (fault.kind === 'malformed' || fault.kind === 'early-end') return writeJson(response, half);
  if (fault.kind === 'error-event') return writeJson(response, wire.errorBody(failureOf(fault)));
  response.writeHead(200, {
    ...JSON_TYPE,
    ...(fault.kind === 'endless-line' ? {} : { 'content-length': body.length }),
  });
  response.write(half);
  await playFault(response, fault);
}

export async function writeStream(
  response: ServerResponse,
  answer: StreamedAnswer,
  script: ScriptedAnswer,
  wire = OPENAI_WIRE,
): Promise<void> {
  if (!(await begins(response, script))) return;
  response.writeHead(200, { 'content-type': wire.contentType, 'cache-control': 'no-cache' });
  const write = writerOf(response, script, wire);
  for (const event of answer.opening) await write(event);
  for (const [index, piece] of [...answer.pieces, undefined].entries()) {
    if (script.fault !== undefined && isDue(script.fault, index, answer.pieces.length)) {
      const goesOn = await playStreamFault(response, write, script.fault, wire);
      if (!goesOn) return;
    }
    if (piece === undefined) break;
    if (index > 0 && script.pieceDelayMs) await sleep(script.pieceDelayMs);
    if (response.destroyed) return;
    await write(piece);
  }
  for (const event of answer.ending) await write(event);
  if (script.done !== false && wire.closing !== undefined) await write(wire.closing);
  response.end();
}

function isDue(fault: Fault, index: number, pieces: number): boolean {
  return 'afterPieces' in fault && Math.min(fault.afterPieces ?? 0, pieces) === index;
}

/** True when the stream goes on as if nothing had happened. */
async function playStreamFault(
  response: ServerResponse,
  write: (data: string) => Promise<void>,
  fault: Fault,
  wire: Wire,
): Promise<boolean> {
  if (fault.kind === 'malformed') await write('{"choices":[{"delta":{"content":');
  else if (fault.kind === 'error-event') await write(wire.errorBody(failureOf(fault)));
  else await playFault(response, fault);
  if (fault.kind === 'error-event') response.end();
  return fault.kind === 'malformed';
}

async function playFault(response: ServerResponse, fault: Fault): Promise<void> {
  await nextTurn();
  if (fault.kind === 'reset' || fault.kind === 'cut-off') drop(response, fault.kind);
  if (fault.kind === 'early-end') response.end();
  while (fault.kind === 'endless-line' && !response.destroyed) {
    if (!response.write(FLOOD)) await Promise.race([sleep(10), nextTurn()]);
  }
}

/** Tells whoever asks who hung up that it was the server. */
function drop(response: ServerResponse, kind: 'reset' | 'cut-off'): void {
  response.emit(DROPPED);
  if (kind === 'reset') response.socket?.resetAndDestroy();
  else response.socket?.destroySoon();
}

function failureOf({ message }: { message?: string }): ScriptedError {
  return { status: 500, ...(message === undefined ? {} : { message }) };
}

function writerOf(response: ServerResponse, { splitBytes, lineEnd = '\n', comments }: ScriptedAnswer, wire: Wire) {
  return async (data: string): Promise<void> => {
    const bytes = Buffer.from(`${comments ? wire.comment(lineEnd) : ''}${wire.frame(data, lineEnd)}`);
    const step = splitBytes ?? bytes.length;
    for (let from = 0; from < bytes.length && !response.destroyed; from += step) {
      response.write(bytes.subarray(from, from + step));
      if (splitBytes !== undefined) await nextTurn();
    }
  };
}
