import { allFrames, must, WireClient } from '../parley';
import type { Furnishing } from './furnished-team.types';

/** Conversations of every kind: rated, escalated, of visitors, of callers who keep the history. */
export async function furnishTalks(furnishing: Furnishing): Promise<void> {
  const { team, marker, things } = furnishing;
  const bot = `/api/v1/chatbots/${things.bot}`;
  const message = `What does the ${marker} cost?`;
  const me = { displayName: `Ada ${marker}`, capacity: 5, isAvailable: true };
  must(await team.asUser.put('/api/v1/escalations/agents/me', me), 200);
  const asked = { message, userId: things.endUser, stream: false };
  const { conversationId, messageId, sessionId } = must(await team.asKey.post(`${bot}/conversation`, asked), 200).body
    .data;
  Object.assign(things, { conversation: conversationId, message: messageId, sessionKey: sessionId });
  const streamed = await team.asUser.open('POST', `${bot}/conversation`, { ...asked, stream: true });
  things.lastEvent = (await allFrames(streamed)).at(-1)?.id ?? '';
  const rating = { conversationId, messageId, rating: 'positive', query: message, response: marker, comment: marker };
  must(await team.asKey.post(`${bot}/response-rating`, rating), 200);
  const handed = must(await team.asKey.post(`${bot}/conversation`, asked), 200).body.data;
  const order = { conversationId: handed.conversationId };
  things.escalation = must(await team.asUser.post('/api/v1/escalations', order), 201).body.data.id;
  await furnishTalksOfOthers(furnishing, message);
}

async function furnishTalksOfOthers({ team, marker, things }: Furnishing, message: string): Promise<void> {
  const { asKey, asUser } = team;
  const said = { message, user_id: things.endUser };
  const support = must(await asUser.post('/api/v1/conversations', said), 200).body;
  Object.assign(things, { supportConversation: support.conversation_id, supportMessage: support.message_id });
  const visit = must(
    await new WireClient(asKey.baseUrl).withToken(things.publicKey!).post('/api/v1/conversations', said),
    200,
  ).body;
  things.visitorToken = visit.conversation_token;
  things.chat = must(await asKey.post('/api/chat', { message }), 200).body.id;
  const chat = must(await asKey.post('/bots/chats/start'), 200).body.chat_id;
  must(await asKey.post(`/bots/chats/${chat}/send`, { prompt: message, bot_name: things.botName }), 200);
  things.criabotChat = chat;
  const response = { model: things.botName, input: `Tell me of ${marker}` };
  things.response = must(await asKey.post('/openai/v1/responses', response), 200).body.id;
}
