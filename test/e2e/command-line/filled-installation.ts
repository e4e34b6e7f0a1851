import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';
import { pdfOf } from '#testing/sample-files';

const PDF = pdfOf({ pages: [['To reset the router, hold the blue button for nine seconds.']] });
const INTENTS = {
  order_status: ['where is my parcel', 'track my order', 'when does my order arrive', 'has my parcel been sent'],
  refund: ['i want my money back', 'refund please', 'how do I get a refund', 'return my money'],
};
const EXAMPLES = Object.entries(INTENTS).flatMap(([intent, inputs]) =>
  inputs.map((input) => ({ input, output: `About ${intent}.`, intent })),
);

interface Webhook {
  id: string;
  url: string;
  events: string[];
}

/** A team that has used everything which stores something, and what each part answered then. */
export class FilledInstallation {
  private constructor(
    readonly team: RegisteredTeam,
    readonly botId: string,
    readonly baseId: string,
    readonly documentId: string,
    private readonly before: Record<string, unknown>,
  ) {}

  /** @param receiver where a webhook of the team leads to */
  static async fill(wire: WireClient, receiver: string): Promise<FilledInstallation> {
    const team = await registerTeam(wire, 'mover');
    const { asKey } = team;
    const configuration = { language: 'en' };
    const { id: botId } = must(await asKey.post('/api/v1/chatbots', { name: 'Mover \u{1F69A}', configuration }), 201)
      .body.data;
    const bot = `/api/v1/chatbots/${botId}`;
    const items = [{ title: 'Opening hours', content: 'The museum opens at nine in the morning, except on Mondays.' }];
    const { id: baseId } = must(await asKey.post(`${bot}/knowledge-bases`, { name: 'Museum', items }), 201).body.data;
    const question = { phrasings: ['May I bring my dog?'], answer: 'Dogs wait outside, with water.' };
    must(await asKey.post(`/api/v1/knowledge-bases/${baseId}/questions`, question), 201);
    const form = new FormData();
    form.append('file', new Blob([PDF]), 'router.pdf');
    const { id: documentId } = must(await asKey.post(`${bot}/documents`, form), 202).body.data;
    await eventually(
      async () => must(await asKey.get(`${bot}/documents/${documentId}`), 200).body.data.status === 'ready',
    );
    must(await asKey.post('/api/v1/webhooks', { url: receiver, events: ['message.sent'] }), 201);
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'far',
      model: 'm',
      baseUrl: receiver,
      apiKey: 'sk-sealed',
    };
    must(await asKey.post('/api/v1/models', model), 201);
    await train(asKey, bot);
    const message = { sessionId: 'before', message: 'When does the museum open?' };
    must(await asKey.post(`${bot}/conversation`, message), 200);
    const filled = new FilledInstallation(team, botId, baseId, documentId, {});
    Object.assign(filled.before, await filled.askEverything(asKey));
    return filled;
  }

  /** All that was there answers as it did, and more can be done. */
  async expectEverything(wire: WireClient): Promise<void> {
    const { username, password } = this.team.account;
    must(await wire.post('/api/v1/auth/login', { username, password }), 200);
    // The access token of before: the secret that signs them came along.
    must(await wire.withToken(this.team.tokens.accessToken).get('/api/v1/auth/me'), 200);
    const asKey = wire.withKey(this.team.apiKey);
    expect(await this.askEverything(asKey)).toEqual(this.before);
    const next = { sessionId: 'before', message: 'And may I bring my dog?' };
    const reply = must(await asKey.post(`/api/v1/chatbots/${this.botId}/conversation`, next), 200).body.data;
    expect(reply.text).toContain('Dogs wait outside');
    await this.expectNewRows(asKey);
  }

  /** Numbers go on where they were, and what is indexed now is found beside what was indexed before. */
  private async expectNewRows(asKey: WireClient): Promise<void> {
    const item = { title: 'Lockers', content: 'Lockers for umbrellas stand beside the stairs.' };
    must(await asKey.post(`/api/v1/knowledge-bases/${this.baseId}/items`, item), 201);
    const found = await eventually(async () => {
      const results = await this.search(asKey, 'umbrellas');
      return results.length > 0 && results;
    });
    expect(found[0]!.title).toBe('Lockers');
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      name: 'new',
      model: 'm',
      baseUrl: 'http://127.0.0.1:9',
      apiKey: 'x',
    };
    const { id } = must(await asKey.post('/api/v1/models', model), 201).body.data;
    const models = must(await asKey.get('/api/v1/models'), 200).body.data as Array<{ id: number }>;
    expect(Math.max(...models.map((one) => one.id))).toBe(id);
  }

  private async search(asKey: WireClient, query: string) {
    const path = `/api/v1/knowledge-bases/${this.baseId}/search?${new URLSearchParams({ query })}`;
    return must(await asKey.get(path), 200).body.data as Array<{ title: string; score: number }>;
  }

  private async askEverything(asKey: WireClient): Promise<Record<string, unknown>> {
    const bot = `/api/v1/chatbots/${this.botId}`;
    const data = async (path: string) => must(await asKey.get(path), 200).body.data;
    const file = await asKey.open('GET', `${bot}/documents/${this.documentId}/file`);
    const predict = (text: string) => asKey.post(`${bot}/intents/predict`, { text });
    return {
      bot: await data(bot),
      documents: await data(`${bot}/documents`),
      questions: await data(`/api/v1/knowledge-bases/${this.baseId}/questions`),
      search: await this.search(asKey, 'When does the museum open?'),
      file: Buffer.from(await file.arrayBuffer()).equals(PDF),
      history: await data(`${bot}/conversation/history?sessionId=before&limit=2&page=1`),
      webhooks: (await data('/api/v1/webhooks')).map(({ id, url, events }: Webhook) => ({ id, url, events })),
      models: await data('/api/v1/models'),
      datasets: await data(`${bot}/training/datasets`),
      intent: must(await predict('where is the parcel of mine'), 200).body.data.intent,
    };
  }
}

async function train(asKey: WireClient, bot: string): Promise<void> {
  const dataset = must(await asKey.post(`${bot}/training/datasets`, { name: 'Shop', examples: EXAMPLES }), 201).body
    .data;
  const { id } = must(await asKey.post(`${bot}/training/sessions`, { datasetId: dataset.id }), 201).body.data;
  await eventually(async () => {
    const { status } = must(await asKey.get(`/api/v1/training/sessions/${id}`), 200).body.data;
    return status === 'completed';
  });
}
