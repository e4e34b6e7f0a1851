/**
 * What LangChain's Ollama model asks of its client. The one that comes with it passes over lines that it cannot read, so that
 * an answer becomes shorter without a word, writes them to the console, and takes a key from the environment. Wire format:
 * Ollama API reference, "Generate a chat completion", November 2026.
 */
import { brokenAnswer, messageIn } from '../../provider-failures';
import { linePieces } from '../langchain/answer-pieces';

export interface OllamaClientSettings {
  fetch: typeof globalThis.fetch;
  baseUrl: string;
  /** Of a proxy before it, or of Ollama's own service. */
  apiKey: string | undefined;
}

interface Piece {
  message?: { role: string; content: string };
  done?: boolean;
  error?: unknown;
}

export class OllamaClient {
  constructor(private readonly settings: OllamaClientSettings) {}

  async chat(request: object): Promise<AsyncIterable<Piece>> {
    const { fetch, baseUrl, apiKey } = this.settings;
    const response = await fetch(`${baseUrl}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      body: JSON.stringify(request),
    });
    return untilDone(linePieces<Piece>(response));
  }

  /** LangChain calls it when the call is over; the connection is closed by the call's signal. */
  abort(): void {}
}

async function* untilDone(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    if (piece.error) throw new Error(messageIn(piece.error));
    if (piece.message === undefined && !piece.done) throw brokenAnswer('A piece of the answer has no message.');
    yield { ...piece, message: piece.message ?? { role: 'assistant', content: '' } };
    if (piece.done) return;
  }
  throw brokenAnswer('The answer ended before it was complete.');
}
