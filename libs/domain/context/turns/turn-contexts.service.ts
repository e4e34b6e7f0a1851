import { Injectable } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { newId } from '#kernel';
import { extractEntities, extractThings } from '../extraction/extract-entities';
import { sayingOf } from '../extraction/saying';
import { extractByModel } from '../jobs/extract-by-model.job';
import { TeamListIndex } from '../lists/team-list-index.service';
import { isOwnerGone } from '../records/owner-gone';
import { recordKey } from '../records/record-keys';
import { CONTEXT_LIMITS } from '../records/records.types';
import { looksPlural } from '../references/choose-antecedent';
import { resolveReferences } from '../references/resolve-references';
import { type MentionedTopic, topicsOfTurn } from '../topics/turn-topics';
import { type SaidEntity, type StoredTopic, TurnQueries } from './turn.queries';
import type { FoundEntity, HistoryLine, TurnContext, TurnToRead, TurnToRemember } from './turn-context.types';
import { userPrompt } from './user-prompt';

/** A reference that is less sure is left alone: it would make the search worse. */
const MIN_CONFIDENCE = 0.5;
/** Topics of what was said longer ago are not active. */
const ACTIVE_MS = 12 * 60 * 60 * 1_000;
/** What only the bot has said is less what the user means. */
const REPLIED_SHARE = 0.9;
/** Of a turn that a model looks at. */
const MAX_PENDING_CHARS = 8_000;

/** What a turn knows of its end user, and what it leaves behind. */
@Injectable()
export class TurnContexts {
  constructor(
    private readonly queries: TurnQueries,
    private readonly lists: TeamListIndex,
    private readonly jobs: JobQueue,
  ) {}

  /** One round trip; another one beside it when the team's lists are not remembered. */
  async read({ teamId, botId, userRef, text, history, at, signal }: TurnToRead): Promise<TurnContext> {
    const [stored, lists] = await Promise.all([this.queries.read({ botId, userRef }), this.lists.of(teamId)]);
    signal?.throwIfAborted();
    const known = stored.known ?? {};
    const saying = sayingOf(text, earlierWords(history), known, at);
    const entities = await extractEntities(text, saying, lists);
    const candidates = stored.entities.map((entity) => ({ ...entity, mentionedAt: new Date(entity.mentionedAt) }));
    const setting = { ...saying, text, entities, candidates, history, minConfidence: MIN_CONFIDENCE };
    const { resolvedText, references } = resolveReferences(setting);
    const spoken = topicsOfTurn({
      text,
      entities,
      referents: references.map(({ resolvedTo }) => resolvedTo),
      history,
      known: stored.topics,
      language: saying.language,
    });
    const topics = activeTopics(spoken, stored.topics, at);
    const mentioned = stored.entities.filter(({ source }) => source !== 'replied');
    const prompt = userPrompt({ known, topics, mentioned });
    return { resolvedText, references, entities, topics, known, prompt, spoken };
  }

  /** One statement, and a job when the bot's model is to look as well. */
  async remember(turn: TurnToRemember): Promise<void> {
    const { teamId, botId, userRef, conversationId, at, text, reply, context, extractsByModel } = turn;
    const entities = await this.saidIn(turn);
    const topics = context.spoken ?? [];
    const pending = extractsByModel ? { id: newId(), ...bounded({ message: text, reply }) } : undefined;
    if (entities.length === 0 && topics.length === 0 && !pending) return;
    const said = {
      teamId,
      user: { botId, userRef },
      conversationId,
      at,
      entities,
      topics,
      ...(pending && { pending }),
    };
    try {
      const isRemembered = await this.queries.remember(said);
      if (isRemembered && pending) await this.jobs.enqueue(extractByModel, { extractionId: pending.id });
    } catch (error) {
      // The bot or the team was deleted meanwhile.
      if (!isOwnerGone(error)) throw error;
    }
  }

  /** What the message points at is mentioned, too. What the bot says comes after what the user said. */
  private async saidIn({ teamId, reply, context }: TurnToRemember): Promise<SaidEntity[]> {
    const lists = await this.lists.of(teamId);
    const replied = extractThings(reply, lists);
    const byUser = [
      ...context.references
        .filter(({ entityId }) => entityId !== null)
        .map(({ type, resolvedTo, confidence }) => ({
          type,
          value: resolvedTo,
          confidence,
          metadata: {},
          source: 'said' as const,
        })),
      ...context.entities.map((entity) => saidEntity(entity, 'said')),
    ];
    const keys = new Set(byUser.map(({ type, value }) => `${type} ${value}`));
    const byBot = replied
      .filter(({ type, value }) => !keys.has(`${type} ${value}`))
      .map((entity) => saidEntity(entity, 'replied'));
    return [...byUser, ...byBot].filter(({ value }) => value.length <= CONTEXT_LIMITS.valueLength);
  }
}

function saidEntity({ type, value, text, confidence, metadata }: FoundEntity, source: 'said' | 'replied'): SaidEntity {
  const number = looksPlural(text) ? { number: 'plural' } : {};
  const said = recordKey(text) === recordKey(value) ? {} : { said: text };
  const share = source === 'said' ? 1 : REPLIED_SHARE;
  return { type, value, confidence: confidence * share, metadata: { ...metadata, ...number, ...said }, source };
}

/** Those of this turn first. */
function activeTopics(spoken: readonly MentionedTopic[], stored: readonly StoredTopic[], at: Date) {
  const since = at.getTime() - ACTIVE_MS;
  const active = stored.filter(
    ({ isActive, isGiven, mentionedAt }) => isActive && (isGiven || new Date(mentionedAt).getTime() >= since),
  );
  const topics = [...spoken, ...active].map(({ name, confidence }) => ({ name, confidence }));
  return topics.filter(({ name }, at) => topics.findIndex((other) => other.name === name) === at);
}

/** What the user said before, to tell the language. */
function earlierWords(history: readonly HistoryLine[]): string {
  const own = history.filter(({ role }) => role === 'user').slice(-3);
  return own.map(({ text }) => text).join('\n');
}

function bounded<Texts extends Record<string, string>>(texts: Texts): Texts {
  const cut = Object.entries(texts).map(([name, text]) => [name, text.slice(0, MAX_PENDING_CHARS).toWellFormed()]);
  return Object.fromEntries(cut) as Texts;
}
