import { Injectable } from '@nestjs/common';
import type { Bot, HandOffPolicy } from '#domain/bots';
import {
  handOffText,
  MessageSignals,
  type Reply,
  type ReplyConfiguration,
  ReplyEngine,
  type ReplyEvent,
  type TurnInContext,
} from '#domain/replies';
import { Config } from '#infra/config';
import { Clock } from '#kernel';
import { chatErrors } from './chats.errors';
import type { AskInput } from './chats.types';
import { contextUserOf } from './context-user';
import { fixedReply } from './fixed-answers';
import { policyOf, whileWaiting } from './handoff/hand-off.policy';
import type { Escalating } from './handoff/hand-off.service';
import type { EscalationReason } from './handoff/hand-off.types';
import { LastWordsReader, summaryOf } from './handoff/last-words.service';
import { type Course, courseOf, lookedBack, triggerOfMessage, triggerOfReply, wantedSignals } from './handoff/triggers';
import type { LiveTurn } from './live-turn';
import type { OpenedTurn } from './open-turn.queries';
import { TurnQueries } from './turns.queries';

export interface MadeReply {
  reply: Reply;
  /** Set when the conversation is to go to a person. */
  escalating?: Escalating;
  /** What is to be remembered of the end user. */
  toRemember?: TurnInContext;
}

interface Making {
  bot: Readonly<Bot>;
  turn: LiveTurn;
  input: AskInput;
  opened: OpenedTurn;
  configuration: ReplyConfiguration;
}

/** Makes a reply and tells it to the readers of its turn while it is made. Decides whether a person is wanted. */
@Injectable()
export class ReplyMaking {
  constructor(
    private readonly engine: ReplyEngine,
    private readonly signals: MessageSignals,
    private readonly lastWords: LastWordsReader,
    private readonly queries: TurnQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async make(bot: Readonly<Bot>, turn: LiveTurn, input: AskInput, opened: OpenedTurn): Promise<MadeReply> {
    const configuration = input.configurationDefaults
      ? { ...input.configurationDefaults, ...bot.configuration }
      : bot.configuration;
    const making = { bot, turn, input, opened, configuration };
    const policy = policyOf(bot.configuration, input.handOffDefaults);
    if (opened.handling === 'waiting') return this.whileWaiting(making, policy);
    return policy ? this.underPolicy(making, policy) : this.generate(making);
  }

  private whileWaiting(making: Making, policy: HandOffPolicy | undefined): Promise<MadeReply> {
    const waitingText = handOffText('waiting', this.lastWords.languageOf(making.input.message));
    return this.generate({ ...making, configuration: whileWaiting(making.configuration, policy, waitingText) });
  }

  private async underPolicy(making: Making, policy: HandOffPolicy): Promise<MadeReply> {
    const { bot, turn, input, opened, configuration } = making;
    const message = { message: input.message, history: opened.history, wants: wantedSignals(policy) };
    const words = this.signals.inWords(message);
    const text = handOffText('escalated', words.language);
    const because = (reason: EscalationReason, confidence: number): Escalating => {
      return { reason, confidence, summary: summaryOf(input.message), language: words.language };
    };
    const wish = triggerOfMessage(policy, words);
    if (wish) {
      turn.found([]);
      turn.said(text);
      return { reply: fixedReply(text), escalating: because(wish, 0) };
    }
    const course = heardLater(this.course(making, policy));
    const { teamId } = bot;
    const judged = heardLater(this.signals.judged({ teamId, configuration, signal: turn.signal, ...message }, words));
    const made = await this.generate(making);
    const { reply } = made;
    const reason =
      triggerOfMessage(policy, await judged) ?? triggerOfReply(policy, reply, await course, this.clock.now());
    if (!reason) return made;
    turn.said(`\n\n${text}`);
    return {
      ...made,
      reply: { ...reply, text: `${reply.text}\n\n${text}` },
      escalating: because(reason, reply.confidence),
    };
  }

  /** Undefined when the policy asks for nothing of it. */
  private course({ turn, opened }: Making, policy: HandOffPolicy): Promise<Course | undefined> {
    const limit = lookedBack(policy);
    if (limit === 0) return Promise.resolve(undefined);
    const { userMessageId, askedAt } = turn.start;
    return this.queries
      .earlierMessages(opened.conversationId, userMessageId, limit)
      .then((earlier) => courseOf(earlier, askedAt, this.config.chats.sessionIdleMs));
  }

  private async generate({ bot, turn, input, opened, configuration }: Making): Promise<MadeReply> {
    const { attachments = [] } = input;
    const events = this.engine.reply({
      teamId: bot.teamId,
      botId: bot.id,
      botName: bot.name,
      configuration,
      message: input.message,
      ...input.looking,
      ...(input.arrival ? { arrival: input.arrival } : {}),
      place: { sessionKey: turn.start.sessionKey, messageId: turn.start.userMessageId },
      ...(attachments.length === 0 ? {} : { attachments: attachments.map(({ id, content }) => ({ ...content, id })) }),
      stream: input.isStreamed,
      ...(input.onExplained ? { explain: true } : {}),
      history: opened.history,
      endUser: { userRef: contextUserOf(turn.start), conversationId: turn.start.conversationId },
      at: turn.start.askedAt,
      signal: turn.signal,
    });
    for await (const event of events) {
      if (event.type === 'sources') turn.found(event.sources);
      else if (event.type === 'delta') turn.said(event.text);
      else if (event.type === 'tool') turn.called(event.run);
      else if (event.type === 'done') {
        if (event.explanation) input.onExplained?.(event.explanation);
        return madeReply(event);
      }
    }
    throw chatErrors.reply_failed();
  }
}

function madeReply({ reply, toRemember }: Extract<ReplyEvent, { type: 'done' }>): MadeReply {
  return toRemember ? { reply, toRemember } : { reply };
}

/** Of what goes on beside the reply: whoever awaits it hears of its failure, but nobody may, when the reply fails first. */
function heardLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
