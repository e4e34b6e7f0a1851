import { createChatbot, getChatbot, listChatbots, sendMessageToChatbot } from '../../generated/orval/platform';
import { QUESTION, type Server, type Talk, UNKNOWN } from '../talk';

export async function talk({ apiKey }: Server): Promise<Talk> {
  const options = { headers: { 'x-api-key': apiKey } };
  const created = await createChatbot({ name: 'Interop' }, options);
  if (created.status !== 201) throw new Error(created.data.message);
  const { id } = created.data.data;
  const listed = await listChatbots({ limit: 50 }, options);
  const got = await getChatbot(id, options);
  const refused = await getChatbot(UNKNOWN, options);
  const told = await sendMessageToChatbot(id, { message: QUESTION }, undefined, options);
  return {
    created: id,
    listed: listed.status === 200 ? listed.data.data.map((bot) => bot.id) : [],
    got: got.status === 200 ? got.data.data.id : '',
    refusal: refused.status === 404 ? refused.data.code : '',
    reply: told.status === 200 ? told.data.data.text : '',
  };
}
