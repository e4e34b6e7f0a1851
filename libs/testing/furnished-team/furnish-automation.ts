import { eventually } from '../eventually';
import { must, WireClient } from '../parley';
import type { Furnishing } from './furnished-team.types';

/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';
/** Happens to no team that exists already, so that nothing is sent later on. */
const RARE_EVENT = 'user.registered';

/** What acts by itself or is told: an integration, a channel, an agent loop, a webhook; each with one run behind it. */
export async function furnishAutomation(furnishing: Furnishing): Promise<void> {
  const { team, marker, things } = furnishing;
  const { asKey } = team;
  const other = `/api/v1/chatbots/${things.otherBot}`;
  const backEnd = { name: `Back-end ${marker}`, webhookUrl: `${NOWHERE}/${marker}`, isEnabled: false };
  things.integration = must(await asKey.post(`${other}/integrations`, backEnd), 201).body.data.id;
  await furnishChannel(furnishing);
  const loop = { name: `Loop ${marker}`, systemPrompt: marker, userMessage: `Say ${marker}` };
  things.loop = must(await asKey.post('/api/v1/agent-loops', loop), 201).body.data.id;
  things.execution = must(await asKey.post(`/api/v1/agent-loops/${things.loop}/run`), 202).body.data.id;
  const hook = { url: `${NOWHERE}/${marker}`, events: [RARE_EVENT], description: marker };
  things.webhook = must(await asKey.post('/api/v1/webhooks', hook), 201).body.data.id;
  const tried = must(await asKey.post(`/api/v1/webhooks/${things.webhook}/test`), 200).body.data;
  things.webhookDelivery = tried.id;
}

/** A messenger in which somebody has written once; `CHANNELS_LIVE` is off, so nothing is sent. */
async function furnishChannel({ team: { asKey }, marker, things }: Furnishing): Promise<void> {
  const order = { name: `Channel ${marker}`, type: 'telegram', config: { bot_token: '123456:TEST-token' } };
  const made = must(await asKey.post(`/api/v1/chatbots/${things.bot}/channels`, order), 201).body.data;
  things.channel = made.id;
  const telegram = new WireClient(asKey.baseUrl, { 'x-telegram-bot-api-secret-token': made.webhookSecret });
  const from = { id: 42, first_name: marker, username: marker, is_bot: false };
  const message = { message_id: 7, from, chat: { id: 4242, type: 'private' }, date: 1_700_000_000, text: marker };
  must(await telegram.post(new URL(made.webhookUrl).pathname, { update_id: 1, message }), 200);
  const deliveries = () => asKey.get(`/api/v1/channels/${made.id}/deliveries`);
  const [delivery] = await eventually(async () => {
    const { data } = must(await deliveries(), 200).body;
    return data.length > 0 && data[0].settledAt !== null && data;
  });
  things.channelDelivery = delivery.id;
}
