import { Injectable } from '@nestjs/common';
import { type Answer, type AskInput, type LiveTurn, Turns } from '#domain/chats';
import { BooleanField, EnumField, IdField, NestedListField, NumberField, TextField } from '#infra/http';
import { invalidInput } from '#kernel';
import { KnownBots } from '../access/known-bots';
import type { Caller } from '../protocol/caller';
import type { Progress } from '../protocol/progress';
import type { McpTool, ToolAnswer } from './mcp-tool';
import { headingOf, Source, toSource } from './sources.dto';

const MAX_MESSAGE_CHARS = 10_000;
const HANDLINGS = ['bot', 'waiting', 'human'] as const;
/** Of a conversation, among what others come through. */
const CHANNEL = 'mcp';

class AskBot {
  @TextField('What to ask, in any language.', {
    minLength: 1,
    maxLength: MAX_MESSAGE_CHARS,
    example: 'When are you open?',
  })
  message: string;

  @TextField('Slug or id of the bot; needed to begin a conversation.', {
    optional: true,
    maxLength: 256,
    example: 'help-centre',
  })
  bot?: string;

  @IdField('To go on with a conversation: the conversation_id of an earlier answer. Its bot answers.', {
    optional: true,
  })
  conversation_id?: string;
}

class BotAnswer {
  @TextField('What the bot says. [n] cites the n-th of the sources.', { minLength: 0 })
  reply: string;

  @NumberField('Probability that the reply answers the message from the knowledge of the bot.', { min: 0, max: 1 })
  confidence: number;

  @BooleanField('Whether it rests on something that the bot knows.')
  grounded: boolean;

  @NestedListField('The passages that it rests on.', () => Source)
  sources: Source[];

  @TextField('Pass it on to go on with the conversation.')
  conversation_id: string;

  @TextField('Pass it to rate_answer. Null when nothing was said in the name of the bot, since a person answers.', {
    nullable: true,
  })
  message_id: string | null;

  @TextField('Id of the bot.')
  bot_id: string;

  @EnumField('Who answers from now on: the bot, or a person, who may be waited for.', HANDLINGS)
  handling: (typeof HANDLINGS)[number];
}

/** As a turn of any dialect: stored, followed by events, and finished also when the caller leaves. */
@Injectable()
export class AskBotTool implements McpTool<AskBot, BotAnswer> {
  readonly name = 'ask_bot';
  readonly title = 'Ask a bot';
  readonly description =
    'Has a bot answer from its documents, with its sources and how sure it is. Begins a conversation, or goes on with one, which is kept.';
  readonly scope = 'chat:write';
  readonly hints = { readOnlyHint: false, destructiveHint: false, idempotentHint: false };
  readonly input = AskBot;
  readonly output = BotAnswer;

  constructor(
    private readonly bots: KnownBots,
    private readonly turns: Turns,
  ) {}

  async call(caller: Caller, input: AskBot, progress: Progress | undefined): Promise<ToolAnswer<BotAnswer>> {
    const turn = await this.ask(caller, input, progress !== undefined);
    const output = toBotAnswer(await (progress ? toldAlong(turn, progress) : turn.answered()));
    return { text: textOf(output), output };
  }

  private async ask(
    { actor }: Caller,
    { message, bot: name, conversation_id: conversationId }: AskBot,
    isStreamed: boolean,
  ): Promise<LiveTurn> {
    const input: AskInput = { message, isStreamed, channel: CHANNEL };
    if (conversationId !== undefined) return this.turns.askIn(actor, conversationId, input);
    if (name === undefined) {
      const message = 'bot or conversation_id is required; list_bots tells which bots there are.';
      throw invalidInput([{ field: 'bot', message, missing: true }]);
    }
    return this.turns.ask(actor, (await this.bots.find(actor, name)).id, input);
  }
}

/** Tells what there is of the reply, as it comes: the cursor of a turn grows with it. */
async function toldAlong(turn: LiveTurn, progress: Progress): Promise<Answer> {
  for await (const frame of turn.follow()) {
    if (frame.type === 'done' || frame.type === 'withdrawn') break;
    if (frame.type === 'sources') await progress(frame.cursor, `Passages found: ${frame.sources.length}.`);
    if (frame.type === 'delta') await progress(frame.cursor, frame.text);
  }
  return turn.answered();
}

function toBotAnswer({ reply, conversationId, messageId, botId, handling, isNotice }: Answer): BotAnswer {
  return {
    reply: reply.text,
    confidence: reply.confidence,
    grounded: reply.grounded,
    sources: reply.sources.map(toSource),
    conversation_id: conversationId,
    message_id: isNotice ? null : messageId,
    bot_id: botId,
    handling,
  };
}

function textOf({ reply, sources, conversation_id: conversationId }: BotAnswer): string {
  const listed = sources.map((source, index) => headingOf(source, index + 1));
  const parts = [reply, ...(listed.length > 0 ? [`Sources:\n${listed.join('\n')}`] : [])];
  return [...parts, `conversation_id: ${conversationId}`].join('\n\n');
}
