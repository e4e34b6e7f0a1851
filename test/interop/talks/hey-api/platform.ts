import { createChatbot, getChatbot, listChatbots, sendMessageToChatbot } from '../../generated/hey-api/platform';
import { client } from '../../generated/hey-api/platform/client.gen';
import { present, QUESTION, type Server, type Talk, UNKNOWN } from '../talk';

export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { 'x-api-key': apiKey } });
  const created = present((await createChatbot({ body: { name: 'Interop' } })).data).data;
  const listed = present((await listChatbots({ query: { limit: 50 } })).data);
  const read = (id: string) => getChatbot({ path: { id } });
  const told = await sendMessageToChatbot({ path: { id: created.id }, body: { message: QUESTION } });
  return {
    created: created.id,
    listed: listed.data.map(({ id }) => id),
    got: present((await read(created.id)).data).data.id,
    refusal: present((await read(UNKNOWN)).error).code,
    // Reading on in a stream that has ended brings nothing; this is none.
    reply: told.data ? told.data.data.text : '',
  };
}
