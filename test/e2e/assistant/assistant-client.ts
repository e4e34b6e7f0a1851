/** The calls of the assistant dialect, as its clients make them, and what they are answered. */
import { eventually } from '#testing';
import { must, type WireAnswer, type WireClient } from '#testing/parley';

// biome-ignore lint/suspicious/noExplicitAny: the body of an answer is whatever the server sent; tests assert its shape.
type Json = any;

export const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const COUNT = expect.any(Number);

/** Of the kind with that prefix. */
export const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_[A-Za-z0-9_-]+$`));

/** Matches any text but the empty one. */
export const TEXT = expect.stringMatching(/\S/);

export const CHAT_ANSWER = {
  id: id('chat'),
  message: TEXT,
  model: TEXT,
  usage: { prompt_tokens: COUNT, completion_tokens: COUNT, total_tokens: COUNT },
  created_at: TIME,
  message_id: id('msg'),
};

export const CHAT_MESSAGE = { id: id('msg'), role: TEXT, content: TEXT, timestamp: TIME };

export const FILE = {
  id: id('file'),
  filename: TEXT,
  size: COUNT,
  type: TEXT,
  status: expect.stringMatching(/^(processing|completed|failed)$/),
  upload_url: TEXT,
  description: null,
  tags: [],
  created_at: TIME,
};

export const SEARCH_RESULT = {
  id: id('chunk'),
  content: TEXT,
  score: COUNT,
  source: { id: TEXT, filename: TEXT, type: TEXT },
  metadata: {},
};

/** @param details of the error, when it must have some */
export const failure = (code: string, details?: object) => ({
  error: { code, message: TEXT, ...(details === undefined ? {} : { details }) },
});

export const NOT_FOUND = [404, failure('RESOURCE_NOT_FOUND')];

/** Status and body, to be compared at once. */
export const told = ({ status, body }: WireAnswer): [number, Json] => [status, body];

/** Key of a row in the main API. */
export const uuidOf = (prefixed: string): string =>
  prefixed.replace(/^[a-z]+_/, '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** What one caller says to the API. */
export class AssistantClient {
  constructor(readonly wire: WireClient) {}

  async chat(message: string, more: object = {}): Promise<Json> {
    return must(await this.wire.post('/api/chat', { message, ...more }), 200).body;
  }

  async goOn(chatId: string, message: string, more: object = {}): Promise<Json> {
    return must(await this.wire.post(`/api/chat/${chatId}/messages`, { message, ...more }), 200).body;
  }

  async history(chatId: string): Promise<Json> {
    return must(await this.wire.get(`/api/chat/${chatId}/history`), 200).body;
  }

  /** A message whose answer is streamed, in a new chat unless one is named. */
  async stream(message: string, chatId?: string, more: object = {}): Promise<StreamedAnswer> {
    const path = chatId === undefined ? '/api/chat' : `/api/chat/${chatId}/messages`;
    return StreamedAnswer.read(await this.wire.open('POST', path, { message, stream: true, ...more }));
  }

  upload(name: string, content: string | Uint8Array<ArrayBuffer>, fields: ReadonlyArray<[string, string]> = []) {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    // Behind the file, where a server that reads the form as a stream sees them last.
    for (const [field, value] of fields) form.append(field, value);
    return this.wire.send('POST', '/api/files/upload', form);
  }

  /** Gives the id when the file has been processed, well or not. */
  async uploaded(
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields: ReadonlyArray<[string, string]> = [],
  ) {
    const { id: fileId } = must(await this.upload(name, content, fields), 201).body;
    await eventually(async () => (await this.status(fileId)).status !== 'processing');
    return fileId as string;
  }

  async status(fileId: string): Promise<Json> {
    return must(await this.wire.get(`/api/files/${fileId}/status`), 200).body;
  }

  async add(content: string, more: object = {}): Promise<Json> {
    return must(await this.wire.post('/api/knowledge', { content, ...more }), 201).body;
  }

  async search(query: string, more: object = {}): Promise<Json> {
    return must(await this.wire.post('/api/knowledge/search', { query, ...more }), 200).body;
  }

  /** What was found, without the rest of the answer. */
  async found(query: string, more: object = {}): Promise<Json[]> {
    return (await this.search(query, more)).results;
  }
}

/** An event stream to its end. */
export class StreamedAnswer {
  private constructor(
    readonly response: Response,
    /** To the byte, without comments. */
    readonly lines: readonly string[],
  ) {}

  static async read(response: Response): Promise<StreamedAnswer> {
    const blocks = (await response.text()).split('\n\n').filter((block) => block !== '' && !block.startsWith(':'));
    return new StreamedAnswer(response, blocks);
  }

  get events(): Json[] {
    return this.lines.map((line) => JSON.parse(line.replace(/^data: /, '')));
  }

  get last(): Json {
    return this.events.at(-1);
  }

  get text(): string {
    return this.events
      .filter(({ type }) => type === 'text')
      .map(({ content }) => content)
      .join('');
  }
}
