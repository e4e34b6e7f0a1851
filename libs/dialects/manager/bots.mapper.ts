import type { BotConfiguration, BotPatch, CreateBot as NewBot, Bot as StoredBot } from '#domain/bots';
import type { Behaviors, Bot, CreateBot, UpdateBot } from './bots.dto';
import { MANAGER_IDS } from './manager.ids';

type StoredBehaviors = NonNullable<BotConfiguration['behaviors']>;

export function toBot({ id, name, description, status, configuration, createdAt, updatedAt }: StoredBot): Bot {
  const { historyMessages, behaviors } = configuration;
  return {
    id: MANAGER_IDS.encode('bot', id),
    name,
    description,
    status,
    ...(historyMessages === undefined ? {} : { message_history: historyMessages }),
    behaviors: toBehaviors(behaviors),
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

export function toNewBot({ name, description, status, message_history, behaviors }: CreateBot): NewBot {
  return {
    name,
    description: description ?? null,
    ...(status === undefined ? {} : { status }),
    configuration: { historyMessages: message_history, behaviors: mergeBehaviors({}, behaviors) },
  };
}

/** @param behaviors those that the bot has */
export function toBotPatch(given: UpdateBot, behaviors: StoredBehaviors | undefined): BotPatch {
  const { name, description, status, message_history } = given;
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(status === undefined ? {} : { status }),
    configuration: {
      ...(message_history === undefined ? {} : { historyMessages: message_history }),
      ...(given.behaviors === undefined ? {} : { behaviors: mergeBehaviors(behaviors ?? {}, given.behaviors) }),
    },
  };
}

function toBehaviors(stored: StoredBehaviors = {}): Bot['behaviors'] {
  return {
    typing_indicator: stored.typingIndicator ?? true,
    should_respond: stored.shouldRespond ?? null,
    response_delay_ms: stored.responseDelayMs ?? null,
    conversation_scope: stored.conversationScope ?? null,
    session_timeout_minutes: stored.sessionTimeoutMinutes ?? null,
  };
}

/** Absent behaviours stay, null takes one away. Null for none at all, as a configuration says it. */
function mergeBehaviors(stored: StoredBehaviors, given: Behaviors | null | undefined): StoredBehaviors | null {
  if (given === null) return null;
  const changes = {
    typingIndicator: given?.typing_indicator,
    shouldRespond: given?.should_respond,
    responseDelayMs: given?.response_delay_ms,
    conversationScope: given?.conversation_scope,
    sessionTimeoutMinutes: given?.session_timeout_minutes,
  };
  const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
  const merged = Object.entries({ ...stored, ...Object.fromEntries(changed) }).filter(([, value]) => value !== null);
  return merged.length === 0 ? null : Object.fromEntries(merged);
}
