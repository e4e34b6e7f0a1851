/** What a test tells the server to answer, and how it is to go wrong on the way. */

export interface ScriptedToolCall {
  name: string;
  /** JSON; streamed in several pieces, as vendors do. */
  arguments: string;
  id?: string;
}

/** `content_filter` comes with whatever text was said before the vendor's filter stepped in. */
export type ScriptedFinish = 'stop' | 'length' | 'tool_calls' | 'content_filter';

/**
 * A failure after the head of the answer, or instead of it. `afterPieces` counts streamed pieces of the text; an answer
 * that is not streamed fails in the middle of its body whatever the number.
 */
export type Fault =
  /** The connection is reset (RST); without `afterPieces` before the head. */
  | { kind: 'reset'; afterPieces?: number }
  /** The connection is closed although the body is not complete. */
  | { kind: 'cut-off'; afterPieces: number }
  /** The body ends in order, but without finish_reason and `[DONE]`. */
  | { kind: 'early-end'; afterPieces: number }
  /** A piece that is no JSON, then the rest as if nothing had happened. */
  | { kind: 'malformed'; afterPieces: number }
  /** Silence on an open connection; without `afterPieces` before the head. */
  | { kind: 'stall'; afterPieces?: number }
  /** An error object instead of a piece, as vendors send when they fail under way. */
  | { kind: 'error-event'; afterPieces: number; message?: string }
  /** A line without an end, until the client has had enough. */
  | { kind: 'endless-line'; afterPieces: number }
  /** The bytes of the head come one at a time. */
  | { kind: 'slow-head'; byteDelayMs: number };

export interface ScriptedAnswer {
  text?: string;
  /** The text as it is streamed; otherwise word by word. */
  pieces?: readonly string[];
  toolCalls?: readonly ScriptedToolCall[];
  finish?: ScriptedFinish;
  /** Otherwise estimated; null leaves usage out, as some servers do. */
  usage?: { promptTokens: number; completionTokens: number } | null;
  /** Before the head. */
  latencyMs?: number;
  /** Between two pieces. */
  pieceDelayMs?: number;
  fault?: Fault;
  /** The streamed body is written in parts of so many bytes, wherever characters and lines begin. */
  splitBytes?: number;
  lineEnd?: '\n' | '\r\n';
  /** A comment before each piece, as proxies send to keep connections open. */
  comments?: boolean;
  /** False leaves `[DONE]` out, as some servers do. */
  done?: boolean;
}

export interface ScriptedError {
  status: number;
  message?: string;
  type?: string;
  code?: string | null;
  retryAfter?: string;
  latencyMs?: number;
  /** Sent instead of the error object, e.g. the HTML page of a proxy. */
  rawBody?: string;
}

export type ScriptedReply = ScriptedAnswer | ScriptedError;

export function isScriptedError(reply: ScriptedReply): reply is ScriptedError {
  return 'status' in reply;
}

export const DEFAULT_TEXT = 'This is what the model says.';

/** The streamed pieces: words with the blanks before them. Who calls a tool says nothing unless the script has words. */
export function piecesOf({ text, pieces }: ScriptedAnswer, callsTools: boolean): readonly string[] {
  if (pieces !== undefined) return pieces;
  const said = text ?? (callsTools ? '' : DEFAULT_TEXT);
  return said.match(/\s*\S+|\s+$/g) ?? [];
}
