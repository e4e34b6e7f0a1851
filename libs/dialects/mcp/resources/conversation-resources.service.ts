import type { ReadResourceResult, Resource } from '@modelcontextprotocol/server';
import { Injectable } from '@nestjs/common';
import { type Conversation, Conversations, type TeamConversationsRequest } from '#domain/chats';
import type { Actor } from '#kernel';
import { KnownBots } from '../access/known-bots';
import type { ResourcePage } from './document-resources.service';
import { conversationUri } from './resource-uris';
import { transcriptOf } from './transcript';

const MARKDOWN = 'text/markdown';
/** Of a transcript: the latest ones. */
const MAX_MESSAGES = 1_000;

@Injectable()
export class ConversationResources {
  constructor(
    private readonly conversations: Conversations,
    private readonly bots: KnownBots,
  ) {}

  async list(actor: Actor, { limit, before }: TeamConversationsRequest): Promise<ResourcePage> {
    const request = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
    const found = await this.conversations.listOfTeam(actor, request);
    const shown = found.slice(0, limit);
    const resources = await Promise.all(shown.map((conversation) => this.toResource(actor, conversation)));
    return { resources, last: found.length > limit ? shown.at(-1)?.id : undefined };
  }

  /** @throws `chats.conversation_not_found`, `actor.scope_missing` */
  async read(actor: Actor, uri: string, id: string): Promise<ReadResourceResult['contents'][number]> {
    const conversation = await this.conversations.find(actor, id);
    const afterPosition = Math.max(0, conversation.messageCount - MAX_MESSAGES);
    const messages = await this.conversations.messages(actor, id, { afterPosition, limit: MAX_MESSAGES });
    const bot = await this.bots.byId(actor, conversation.botId);
    const text = transcriptOf(conversation, messages, { botName: bot?.name, isCut: afterPosition > 0 });
    return { uri, mimeType: MARKDOWN, text };
  }

  private async toResource(actor: Actor, conversation: Conversation): Promise<Resource> {
    const { id, botId, channel, messageCount, startedAt, lastMessageAt } = conversation;
    const bot = await this.bots.byId(actor, botId);
    const name = `Conversation with ${bot?.name ?? 'a bot'} of ${startedAt.toISOString()}`;
    return {
      uri: conversationUri(id),
      name,
      title: name,
      description: `${messageCount} messages, by ${channel}.`,
      mimeType: MARKDOWN,
      annotations: { lastModified: lastMessageAt.toISOString() },
    };
  }
}
