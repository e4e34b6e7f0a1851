import { Body, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { OpenChats } from '#domain/chats';
import {
  AllowsBotKey,
  CurrentActor,
  DialectController,
  NeedsScope,
  OnceId,
  Refuses,
  SpendsBudget,
  Summary,
} from '#infra/http';
import type { Actor } from '#kernel';
import { BOT_DEFAULTS } from './bots.dto';
import { ChatTurns } from './chat-turns.service';
import { ChatAnswered, ChatExists, ChatHistory, ChatStarted, SendChat } from './chats.dto';
import { toHistoryMessage } from './chats.mapper';
import { MasterOrBotKey } from './criabot.access';
import { Answer, Envelope, Tells } from './criabot.envelope';

const BUFFER = { maxInputTokens: BOT_DEFAULTS.max_input_tokens };

const OfChat = () => ApiParam({ name: 'chat_id', type: String, description: 'Id of the chat.' });

/** A chat is bound to no bot until a message names one, so that any key of the team may begin, read and end it. */
@DialectController('bots/chats', { tag: 'Chats' })
export class ChatsController {
  constructor(
    private readonly chats: OpenChats,
    private readonly turns: ChatTurns,
    private readonly envelope: Envelope,
  ) {}

  @Post('start')
  @Summary('Start a chat', 'It lives CHAT_EXPIRE_TIME after its last message.')
  @NeedsScope('chat:write')
  @AllowsBotKey()
  @Tells(ChatStarted)
  async start(@CurrentActor() actor: Actor): Promise<ChatStarted> {
    return this.envelope.with('Successfully started a new chat.', { chat_id: await this.chats.start(actor) });
  }

  @Post(':chat_id/query')
  @OfChat()
  @Summary('Query a bot', 'As `send`.')
  @MasterOrBotKey('chat:write')
  @Tells(ChatAnswered)
  @SpendsBudget()
  @Refuses(404, 409, 422, 503)
  async query(
    @CurrentActor() actor: Actor,
    @Param('chat_id') chatId: string,
    @Body() body: SendChat,
    @OnceId() messageId: string | undefined,
  ) {
    const reply = await this.turns.send(actor, chatId, body, messageId);
    return this.envelope.with('Successfully sent the query', { reply });
  }

  @Post(':chat_id/send')
  @OfChat()
  @Summary('Send a message', 'Searches the indexes of the bot and of the extra bots, and replies.')
  @MasterOrBotKey('chat:write')
  @Tells(ChatAnswered)
  @SpendsBudget()
  @Refuses(404, 409, 422, 503)
  async send(
    @CurrentActor() actor: Actor,
    @Param('chat_id') chatId: string,
    @Body() body: SendChat,
    @OnceId() messageId: string | undefined,
  ) {
    const reply = await this.turns.send(actor, chatId, body, messageId);
    return this.envelope.with('Successfully sent the chat', { reply });
  }

  @Delete(':chat_id/end')
  @OfChat()
  @Summary('End a chat')
  @NeedsScope('chat:write')
  @AllowsBotKey()
  @Tells(Answer)
  @Refuses(404)
  async end(@CurrentActor() actor: Actor, @Param('chat_id') chatId: string): Promise<Answer> {
    await this.chats.end(actor, chatId);
    return this.envelope.done('Successfully ended the chat.');
  }

  @Get(':chat_id/history')
  @OfChat()
  @Summary('Show the history of a chat', 'As far back as the tokens of its last bot reach.')
  @NeedsScope('conversations:read')
  @AllowsBotKey()
  @Tells(ChatHistory)
  @Refuses(404)
  async history(@CurrentActor() actor: Actor, @Param('chat_id') chatId: string): Promise<ChatHistory> {
    const buffer = await this.chats.buffer(actor, chatId, BUFFER);
    return this.envelope.with('Successfully send the chat', { history: buffer.map(toHistoryMessage) });
  }

  @Get(':chat_id/exists')
  @OfChat()
  @Summary('Check if a chat exists', 'False for a chat that is unknown, ended or expired.')
  @NeedsScope('conversations:read')
  @AllowsBotKey()
  @Tells(ChatExists)
  async exists(@CurrentActor() actor: Actor, @Param('chat_id') chatId: string): Promise<ChatExists> {
    const exists = await this.chats.exists(actor, chatId);
    return this.envelope.with(`Checked if the chat '${chatId}' is active!`, { exists });
  }
}
