import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type ConversationMessage, Conversations, type LiveTurn } from '#domain/chats';
import {
  AllowsKeysOfBots,
  AnswersStream,
  CurrentActor,
  DialectController,
  IdParam,
  NeedsScope,
  OnceId,
  Refuses,
  SpendsBudget,
  Summary,
  sendEventStream,
} from '#infra/http';
import type { Actor } from '#kernel';
import { Tells } from './assistant.answers';
import { ASSISTANT_IDS } from './assistant.ids';
import { CHAT_FRAMES, ChatAnswer, ChatHistory, CompletedChat, SendMessage } from './chat.dto';
import { toChatAnswer, toCompleted, toHistory } from './chat.mapper';
import { toChatFrames, toErrorFrame } from './chat-frames';
import { ChatTurns } from './chat-turns.service';

/** Messages; a chat seldom has more. */
const READ_AT_ONCE = 1_000;

const STREAM = `Server-sent events without names: any number of \`{"type": "text", "content": "..."}\`, then \`{"type": "done",
"chat_id", "message_id", "usage"}\`; or \`{"type": "error", "error": {"code", "message"}}\`. The contents, joined, equal the stored
text. \`X-Chat-Id\` tells the chat before.`;

@DialectController('api/chat', { tag: 'Chat' })
export class ChatController {
  constructor(
    private readonly turns: ChatTurns,
    private readonly conversations: Conversations,
  ) {}

  @Post()
  @AllowsKeysOfBots()
  @Summary('Start a chat', 'With the default bot of the team, or with the one that `model` names.')
  @NeedsScope('chat:write')
  @Tells(200, ChatAnswer)
  @AnswersStream(STREAM, 'ChatFrame', CHAT_FRAMES)
  @SpendsBudget()
  @Refuses(400, 404, 409, 413, 503)
  async start(
    @CurrentActor() actor: Actor,
    @Body() body: SendMessage,
    @OnceId() messageId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.turns.begin(actor, body, messageId), body);
  }

  @Post(':chat_id/messages')
  @Summary('Continue a chat', 'What was said before is known to the one who answers.')
  @NeedsScope('chat:write')
  @Tells(200, ChatAnswer)
  @AnswersStream(STREAM, 'ChatFrame', CHAT_FRAMES)
  @SpendsBudget()
  @Refuses(400, 404, 409, 413, 503)
  async goOn(
    @CurrentActor() actor: Actor,
    @IdParam('chat_id', 'chat') chatId: string,
    @Body() body: SendMessage,
    @OnceId() messageId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.turns.goOn(actor, chatId, body, messageId), body);
  }

  @Get(':chat_id/history')
  @Summary('Get the history of a chat', 'All of it, oldest first.')
  @NeedsScope('conversations:read')
  @Tells(200, ChatHistory)
  @Refuses(404)
  async history(@CurrentActor() actor: Actor, @IdParam('chat_id', 'chat') chatId: string): Promise<ChatHistory> {
    const chat = await this.conversations.find(actor, chatId);
    return toHistory(chat, await this.allMessages(actor, chatId));
  }

  @Post(':chat_id/complete')
  @Summary('Complete a chat', 'Another message opens it again.')
  @NeedsScope('conversations:write')
  @Tells(200, CompletedChat)
  @Refuses(404)
  async complete(@CurrentActor() actor: Actor, @IdParam('chat_id', 'chat') chatId: string): Promise<CompletedChat> {
    return toCompleted(chatId, await this.conversations.close(actor, chatId));
  }

  private async allMessages(actor: Actor, chatId: string): Promise<ConversationMessage[]> {
    const messages: ConversationMessage[] = [];
    for (;;) {
      const afterPosition = messages.at(-1)?.position ?? 0;
      const next = await this.conversations.messages(actor, chatId, { afterPosition, limit: READ_AT_ONCE });
      messages.push(...next);
      if (next.length < READ_AT_ONCE) return messages;
    }
  }
}

async function answer(reply: FastifyReply, turn: LiveTurn, { stream, model }: SendMessage) {
  tellChat(reply, ASSISTANT_IDS.encode('chat', turn.start.conversationId));
  if (stream !== true) return toChatAnswer(await turn.answered(), model);
  return sendEventStream(reply, toChatFrames(turn.follow()), { errorFrame: toErrorFrame });
}

/** A page reads no headers but those that are named (Fetch Standard, 3.2.3 "HTTP responses"). */
function tellChat(reply: FastifyReply, chatId: string): void {
  const exposed = reply.getHeader('access-control-expose-headers');
  reply.header('x-chat-id', chatId);
  if (exposed !== undefined) reply.header('access-control-expose-headers', `${exposed}, X-Chat-Id`);
}
