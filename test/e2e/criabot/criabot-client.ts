/** The calls of the criabot dialect, as its clients make them. */
import { randomBytes } from 'node:crypto';
import { must, type RegisteredTeam, registerTeam, type SharedInstallation, WireClient } from '#testing/parley';

export const MODELS = { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 };

/** What every answer has; `body` besides. */
export const success = (message: string, body: object = {}) => ({
  status: 200,
  message,
  timestamp: expect.any(Number),
  code: 'SUCCESS',
  ...body,
});

export const failure = (status: number, code: string, body: object = {}) => ({
  status,
  message: expect.any(String),
  timestamp: expect.any(Number),
  code,
  ...body,
});

export const UNAUTHORIZED = failure(401, 'UNAUTHORIZED', { detail: expect.any(String) });
export const BOT_NOT_FOUND = failure(404, 'NOT_FOUND', { message: 'That bot could not be found!' });

/** A name that no other test has given. */
export function newName(): string {
  return `bot-${randomBytes(6).toString('hex')}`;
}

/** One bot, by name, as one caller. */
export class BotClient {
  constructor(
    readonly wire: WireClient,
    readonly name: string,
  ) {}

  as(wire: WireClient): BotClient {
    return new BotClient(wire, this.name);
  }

  create(body: unknown = MODELS) {
    return this.send('POST', 'manage/create', body);
  }

  update(body: unknown) {
    return this.send('PATCH', 'manage/update', body);
  }

  delete() {
    return this.send('DELETE', 'manage/delete');
  }

  about() {
    return this.send('GET', 'manage/about');
  }

  upload(kind: 'documents' | 'questions', body: unknown) {
    return this.send('POST', `${kind}/upload`, body);
  }

  change(kind: 'documents' | 'questions', body: unknown) {
    return this.send('PATCH', `${kind}/update`, body);
  }

  remove(kind: 'documents' | 'questions', documentName: string) {
    return this.send('DELETE', `${kind}/delete?document_name=${encodeURIComponent(documentName)}`);
  }

  list(kind: 'documents' | 'questions', query = '') {
    return this.send('GET', `${kind}/list${query}`);
  }

  async names(kind: 'documents' | 'questions', query = ''): Promise<string[]> {
    return must(await this.list(kind, query), 200).body.document_names;
  }

  send(method: string, path: string, body?: unknown) {
    return this.wire.send(method, `/bots/${encodeURIComponent(this.name)}/${path}`, body);
  }
}

/** One for an installation: making a team costs two password hashes. */
const teams = new WeakMap<SharedInstallation, Promise<RegisteredTeam>>();

function teamOf(parley: SharedInstallation): Promise<RegisteredTeam> {
  const team = teams.get(parley) ?? registerTeam(new WireClient(parley.baseUrl));
  teams.set(parley, team);
  return team;
}

/** A new bot of the tests' team, as its master and as its own key. */
export async function openBot(parley: SharedInstallation, name = newName()) {
  const wire = new WireClient(parley.baseUrl);
  const team = await teamOf(parley);
  const bot = new BotClient(team.asKey, name);
  const key: string = must(await bot.create(), 200).body.bot_api_key;
  return { wire, team, bot, key, own: bot.as(wire.withKey(key)) };
}
