import { randomBytes } from 'node:crypto';
import { must } from '../parley';
import type { Furnishing } from './furnished-team.types';

const PRESETS = { llm_model_id: 1, embedding_model_id: 2, rerank_model_id: 3 };
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** Two bots with keys of their own, a page's key, and what stands beside bots: model, personality, plugin. */
export async function furnishBots({ team: { asKey, asUser }, marker, things }: Furnishing): Promise<void> {
  for (const bot of ['bot', 'otherBot']) {
    const name = `bot-${randomBytes(6).toString('hex')}`;
    const made = must(await asKey.post(`/bots/${name}/manage/create`, PRESETS), 200).body;
    const [{ id }] = must(await asKey.get(`/api/v1/chatbots?search=${name}`), 200).body.data;
    must(await asKey.put(`/api/v1/chatbots/${id}`, { description: marker }), 200);
    Object.assign(things, { [bot]: id, [`${bot}Name`]: name, [`${bot}Key`]: made.bot_api_key });
  }
  const bot = `/api/v1/chatbots/${things.bot}`;
  const model = {
    kind: 'llm',
    provider: 'openai-compatible',
    name: `Model ${marker}`,
    model: 'm',
    baseUrl: `${NOWHERE}/v1`,
    apiKey: `sk-${marker}`,
  };
  things.model = String(must(await asKey.post('/api/v1/models', model), 201).body.data.id);
  const voice = { name: `Voice ${marker}`, description: marker };
  things.personality = must(await asKey.post(`${bot}/personalities`, voice), 201).body.data.id;
  const plugin = { name: `plugin-${marker}`, version: '1.0.0', description: marker, hooks: [{ name: 'post-process' }] };
  things.plugin = must(await asKey.post('/api/v1/plugins', plugin), 201).body.data.id;
  must(await asKey.post(`${bot}/plugins`, { pluginId: things.plugin }), 201);
  const page = { name: marker, type: 'public', chatbotId: things.bot, allowedOrigins: [`https://${marker}.example`] };
  things.publicKey = must(await asUser.post('/api/v1/auth/api-key', page), 201).body.data.apiKey;
  const form = new FormData();
  // It is no file of a bot, so the import fails, and makes no third one.
  form.append('file', new Blob([marker]), `${marker}.parley-bot.tar.gz`);
  things.botImport = must(await asKey.post('/api/v1/chatbots/import', form), 202).body.data.id;
}
