/** All that clients do. */

import { AgentRuns } from './activities/agent-runs';
import { AssistantChats } from './activities/assistant-chats';
import { ChannelMessages } from './activities/channel-messages';
import { CriabotTurns } from './activities/criabot-turns';
import { Documents } from './activities/documents';
import { Imports } from './activities/imports';
import { Items } from './activities/items';
import { MainTurns } from './activities/main-turns';
import { McpCalls } from './activities/mcp-calls';
import { OpenAiTurns } from './activities/openai-turns';
import { SupportConversations } from './activities/support-conversations';
import { Trainings } from './activities/trainings';
import { WebhookEvents } from './activities/webhook-events';
import type { Activity } from './activity';
import { botOf, modelOn, type Scene } from './scene';

const TURNS_EVERY_MS = 250;
const KEYED_TURNS_EVERY_MS = 600;
const MODEL_TURNS_EVERY_MS = 600;
/** Of the model that speaks for a bot, which may hang. */
export const MODEL_TIMEOUT_MS = 5_000;

export interface AllActivities {
  all: readonly Activity[];
  /** Those of which others know something. */
  modelTurns: MainTurns;
  documents: Documents;
  webhooks: WebhookEvents;
}

export async function openActivities(scene: Scene): Promise<AllActivities> {
  const { wire, journal, botId } = scene;
  const turns = new MainTurns(wire, journal, { botId, what: 'turn', everyMs: TURNS_EVERY_MS });
  const keyed = { botId, what: 'keyed turn', everyMs: KEYED_TURNS_EVERY_MS, hasKeys: true };
  const keyedTurns = new MainTurns(wire, journal, keyed);
  const modelTurns = await turnsWithModel(scene);
  const [documents, webhooks] = [
    await Documents.open(scene),
    await WebhookEvents.open(scene, [turns, keyedTurns, modelTurns]),
  ];
  const all = [
    turns,
    keyedTurns,
    modelTurns,
    await CriabotTurns.open(scene),
    await OpenAiTurns.open(scene),
    new AssistantChats(scene),
    SupportConversations.ofPrograms(scene),
    await SupportConversations.ofVisitors(scene),
    await McpCalls.open(scene),
    documents,
    await Items.open(scene),
    await ChannelMessages.open(scene),
    await AgentRuns.open(scene),
    await Imports.open(scene),
    await Trainings.open(scene),
    webhooks,
  ];
  return { all, modelTurns, documents, webhooks };
}

async function turnsWithModel(scene: Scene): Promise<MainTurns> {
  scene.outside.writer.replyWith({ text: 'The shop opens at nine on Mondays [1].' });
  const modelId = await modelOn(scene, scene.outside.writer, { settings: { timeoutMs: MODEL_TIMEOUT_MS } });
  const { botId } = await botOf(scene, { modelId });
  const options = { botId, what: 'turn with a model', everyMs: MODEL_TURNS_EVERY_MS };
  return new MainTurns(scene.wire, scene.journal, options);
}
