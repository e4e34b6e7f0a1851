import {
  managerGetBot,
  managerListBots,
  platformCreateChatbot,
  platformListChatbots,
  platformSendMessageToChatbot,
} from '../../generated/hey-api/union';
import { client } from '../../generated/hey-api/union/client.gen';
import { present, QUESTION, type Server, type Talk } from '../talk';

/** A bot of the main API, read again by another. */
export async function talk({ baseUrl, apiKey }: Server): Promise<Talk> {
  client.setConfig({ baseUrl, headers: { 'x-api-key': apiKey } });
  const created = present((await platformCreateChatbot({ body: { name: 'Interop' } })).data).data;
  const listed = present((await platformListChatbots({ query: { limit: 50 } })).data);
  const bots = present((await managerListBots({ query: { search: created.name } })).data);
  const refused = await managerGetBot({ path: { id: 'bot_unknown' } });
  const told = await platformSendMessageToChatbot({ path: { id: created.id }, body: { message: QUESTION } });
  return {
    created: created.id,
    listed: listed.data.map(({ id }) => id),
    got: bots.data.some(({ name }) => name === created.name) ? created.id : '',
    refusal: present(refused.error).error.code,
    // Reading on in a stream that has ended brings nothing; this is none.
    reply: told.data ? told.data.data.text : '',
  };
}
