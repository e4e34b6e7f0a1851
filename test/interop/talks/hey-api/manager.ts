import { createAgentLoop, createBot, getBot, listBots, runAgentLoop } from '../../generated/hey-api/manager';
import { client } from '../../generated/hey-api/manager/client.gen';
import { present, QUESTION, type Server, type Talk } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { 'x-api-key': apiKey } });
  const created = present((await createBot({ body: { name: 'Interop' } })).data).data;
  const listed = present((await listBots({ query: { per_page: 50 } })).data);
  const read = (id: string) => getBot({ path: { id } });
  const loop = { name: 'Interop', system_prompt: 'You answer.', user_message: QUESTION };
  const { id } = present((await createAgentLoop({ body: loop })).data).data;
  const run = await runAgentLoop({ path: { id }, body: {} });
  return {
    created: created.id,
    listed: listed.data.map((bot) => bot.id),
    got: present((await read(created.id)).data).data.id,
    refusal: present((await read('bot_unknown')).error).error.code,
    reply: present(run.data).data.status,
  };
}
