import { createAgentLoop, createBot, getBot, listBots, runAgentLoop } from '../../generated/orval/manager';
import { QUESTION, type Server, type Talk } from '../talk';

export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { 'x-api-key': apiKey } };
  const created = await createBot({ name: 'Interop' }, options);
  if (created.status !== 201) throw new Error(created.data.error.message);
  const { id } = created.data.data;
  const listed = await listBots({ per_page: 50 }, options);
  const got = await getBot(id, options);
  const refused = await getBot('bot_unknown', options);
  const loop = { name: 'Interop', system_prompt: 'You answer.', user_message: QUESTION };
  const made = await createAgentLoop(loop, options);
  if (made.status !== 201) throw new Error(made.data.error.message);
  const run = await runAgentLoop(made.data.data.id, {}, options);
  return {
    created: id,
    listed: listed.status === 200 ? listed.data.data.map((bot) => bot.id) : [],
    got: got.status === 200 ? got.data.data.id : '',
    refusal: refused.status === 404 ? refused.data.error.code : '',
    reply: run.status === 201 ? run.data.data.status : '',
  };
}
