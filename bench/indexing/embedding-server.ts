/**
 * An OpenAI-compatible `/v1/embeddings` that costs next to nothing: vectors are made before the first request. What the
 * bench has given a vector of its own gets that; the texts by which the product finds out whether a model tells answers
 * from other texts get vectors that do.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { conceptVector } from '../../libs/providers/embeddings';
import { CALIBRATION_CONCEPTS } from '../../libs/testing/models';
import { Random } from '../retrieval/random';

/** Other texts get one of so many. */
const VECTORS = 512;

export class EmbeddingServer {
  /** By text. */
  readonly known = new Map<string, Float32Array>();
  texts = 0;
  private readonly others: string[];
  private readonly server: Server;

  private constructor(readonly dimensions: number) {
    this.others = Array.from({ length: VECTORS }, (_, number) => {
      const random = new Random(`vector ${number}`);
      return base64(unit(Float32Array.from({ length: dimensions }, () => random.next() - 0.5)));
    });
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { input, model } = JSON.parse(Buffer.concat(parts).toString());
        const body = this.answer([input].flat(), model);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      });
    });
  }

  /** @param port a free one unless said otherwise: an address is part of what tells spaces of vectors apart */
  static async start(dimensions: number, port = 0): Promise<EmbeddingServer> {
    const server = new EmbeddingServer(dimensions);
    await new Promise<void>((resolve) => server.server.listen(port, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** What makes it the default model of an api. */
  get env(): Record<string, string> {
    return {
      DEFAULT_LLM_BASE_URL: `http://127.0.0.1:${this.port}/v1`,
      DEFAULT_LLM_API_KEY: 'bench',
      DEFAULT_EMBEDDING_MODEL: 'bench-embedding',
      ALLOW_PRIVATE_ADDRESSES: 'true',
    };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(texts: readonly string[], model: string): string {
    this.texts += texts.length;
    const data = texts.map(
      (text, index) => `{"object":"embedding","index":${index},"embedding":"${this.embedding(text)}"}`,
    );
    const usage = { prompt_tokens: texts.length, total_tokens: texts.length };
    return `{"object":"list","data":[${data.join()}],"model":"${model}","usage":${JSON.stringify(usage)}}`;
  }

  private embedding(text: string): string {
    const known = this.known.get(text);
    if (known) return base64(known);
    if (text in CALIBRATION_CONCEPTS) return base64(conceptVector(text, CALIBRATION_CONCEPTS, this.dimensions));
    return this.others[text.length % VECTORS] as string;
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function base64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}
