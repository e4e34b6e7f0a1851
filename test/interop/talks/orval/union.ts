import {
  managerGetBot,
  managerListBots,
  platformCreateChatbot,
  platformListChatbots,
  platformSendMessageToChatbot,
} from '../../generated/orval/union';
import { QUESTION, type Server, type Talk } from '../talk';

/** A bot of the main API, read again by another. */
export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { 'x-api-key': apiKey } };
  const created = await platformCreateChatbot({ name: 'Interop' }, options);
  if (created.status !== 201) throw new Error(created.data.message);
  const { id, name } = created.data.data;
  const listed = await platformListChatbots({ limit: 50 }, options);
  const bots = await managerListBots({ search: name }, options);
  const refused = await managerGetBot('bot_unknown', options);
  const told = await platformSendMessageToChatbot(id, { message: QUESTION }, undefined, options);
  return {
    created: id,
    listed: listed.status === 200 ? listed.data.data.map((bot) => bot.id) : [],
    got: bots.status === 200 && bots.data.data.some((bot) => bot.name === name) ? id : '',
    refusal: refused.status === 404 ? refused.data.error.code : '',
    reply: told.status === 200 ? told.data.data.text : '',
  };
}
