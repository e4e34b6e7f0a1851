import { Injectable } from '@nestjs/common';
import { type Bot, BotsService } from '#domain/bots';
import { EnumField, IntegerField, NestedListField, TextField } from '#infra/http';
import type { Caller } from '../protocol/caller';
import type { McpTool, ToolAnswer } from './mcp-tool';

const MAX_BOTS = 100;
const STATUSES = ['active', 'disabled'] as const;

class ListBots {
  @TextField('Only bots whose name or description contains it.', { optional: true, maxLength: 128, example: 'support' })
  search?: string;

  @IntegerField('Which page, from 1.', { optional: true, min: 1, max: 1_000_000, default: 1 })
  page: number = 1;

  @IntegerField('Bots of a page at most.', { optional: true, min: 1, max: MAX_BOTS, default: MAX_BOTS })
  limit: number = MAX_BOTS;
}

class ListedBot {
  @TextField('Its id.')
  id: string;

  @TextField('Its short name, which ask_bot and the other tools take, too.')
  slug: string;

  @TextField('Display name.')
  name: string;

  @TextField('What it is for.', { nullable: true })
  description: string | null;

  @EnumField('A disabled bot answers nobody.', STATUSES)
  status: (typeof STATUSES)[number];
}

class BotList {
  @NestedListField('The newest first.', () => ListedBot)
  bots: ListedBot[];

  @IntegerField('Bots of all pages together.', { min: 0 })
  total: number;
}

@Injectable()
export class ListBotsTool implements McpTool<ListBots, BotList> {
  readonly name = 'list_bots';
  readonly title = 'List bots';
  readonly description = 'Lists the bots that can be asked, with the slug and id by which the other tools know them.';
  readonly scope = 'chatbots:read';
  readonly hints = { readOnlyHint: true };
  readonly input = ListBots;
  readonly output = BotList;

  constructor(private readonly bots: BotsService) {}

  async call({ actor }: Caller, { search, page, limit }: ListBots): Promise<ToolAnswer<BotList>> {
    const found = await this.bots.list(actor, { page, limit, ...(search ? { search } : {}) });
    const output = { bots: found.items.map(toListedBot), total: found.total };
    return { text: textOf(output), output };
  }
}

function toListedBot({ id, slug, name, description, status }: Bot): ListedBot {
  return { id, slug, name, description, status };
}

function textOf({ bots, total }: BotList): string {
  if (bots.length === 0) return total === 0 ? 'There are no bots.' : `There are ${total} bots, none on this page.`;
  const lines = bots.map(({ slug, name, description, status }) => {
    const about = description ? `: ${description}` : '';
    return `- ${slug} (${name}${status === 'disabled' ? ', disabled' : ''})${about}`;
  });
  return [...lines, ...(total > bots.length ? [`${total} bots altogether.`] : [])].join('\n');
}
