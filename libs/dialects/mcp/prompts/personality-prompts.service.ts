import type { GetPromptRequest, GetPromptResult, ListPromptsResult, Prompt } from '@modelcontextprotocol/server';
import { Injectable } from '@nestjs/common';
import { type Bot, Personalities, type Personality } from '#domain/bots';
import { type Actor, AppError, hasScope, requireScope, type Scope } from '#kernel';
import { KnownBots } from '../access/known-bots';
import type { Caller } from '../protocol/caller';
import { decodeCursor, encodeCursor } from '../protocol/cursor';
import type { Library } from '../protocol/mcp-library';

const PAGE = 50;
const LIST = 'personalities';
const SCOPE: Scope = 'chatbots:read';
/** Between the slug of a bot, in which it is escaped, and the name of its personality. */
const SEPARATOR = '/';

const MESSAGE = 'message';
const MAX_MESSAGE_CHARS = 100_000;
const ARGUMENTS = [
  { name: MESSAGE, title: 'Message', description: 'What is to be answered in this manner.', required: false },
];

/** The personalities of the team's bots: how a model is to speak, to begin a conversation of any host with. */
@Injectable()
export class PersonalityPrompts {
  constructor(
    private readonly personalities: Personalities,
    private readonly bots: KnownBots,
  ) {}

  /** Oldest first. @throws ProtocolError for a cursor that is none of ours */
  async list(library: Library, { actor }: Caller, cursor: string | undefined): Promise<ListPromptsResult> {
    const after = cursor === undefined ? undefined : keyIn(library, cursor);
    if (!hasScope(actor, SCOPE)) return { prompts: [] };
    const request = { limit: PAGE + 1, ...(after === undefined ? {} : { after }) };
    const found = await this.personalities.listOfTeam(actor, request);
    const shown = found.slice(0, PAGE);
    const prompts = (await Promise.all(shown.map((personality) => this.promptOf(actor, personality)))).flat();
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return last ? { prompts, nextCursor: encodeCursor({ list: LIST, key: last.id }) } : { prompts };
  }

  /** @throws ProtocolError for a name that is none, and for a message that is too long */
  async get(
    library: Library,
    { actor }: Caller,
    { name, arguments: args }: GetPromptRequest['params'],
  ): Promise<GetPromptResult> {
    const { ProtocolError, ProtocolErrorCode } = library;
    const { id, description } = await this.named(actor, name).catch((error: unknown) => {
      if (!(error instanceof AppError) || (error.kind !== 'not_found' && error.kind !== 'forbidden')) throw error;
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown prompt: ${name}`);
    });
    const message = args?.[MESSAGE] ?? '';
    if (message.length > MAX_MESSAGE_CHARS)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `message must have at most ${MAX_MESSAGE_CHARS} characters.`,
      );
    const { text } = await this.personalities.promptModifier(actor, id);
    const said = message.trim() === '' ? [text] : [text, message];
    return {
      ...(description ? { description } : {}),
      messages: said.map((words) => ({ role: 'user' as const, content: { type: 'text' as const, text: words } })),
    };
  }

  /** One; none when its bot has just been deleted. */
  private async promptOf(actor: Actor, { botId, name, description, isDefault }: Personality): Promise<Prompt[]> {
    const bot = await this.bots.byId(actor, botId);
    if (!bot) return [];
    const about = description ?? `How ${bot.name} speaks${isDefault ? '' : ', when it is chosen'}.`;
    return [{ name: promptName(bot, name), title: `${name} (${bot.name})`, description: about, arguments: ARGUMENTS }];
  }

  /** @throws `personalities.not_found`, `mcp.bot_not_found`, `actor.scope_missing` */
  private async named(actor: Actor, promptName: string): Promise<Personality> {
    requireScope(actor, SCOPE);
    const end = promptName.indexOf(SEPARATOR);
    const bot = await this.bots.find(actor, slugIn(promptName.slice(0, Math.max(0, end))));
    return this.personalities.getNamed(actor, bot.id, promptName.slice(end + 1));
  }
}

/** Slugs are unique in a team, names of personalities in a bot. */
function promptName({ slug }: Readonly<Bot>, name: string): string {
  return encodeURIComponent(slug) + SEPARATOR + name;
}

/** What is escaped wrongly is the slug of no bot. */
function slugIn(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function keyIn(library: Library, text: string): string {
  const cursor = decodeCursor(text);
  if (cursor?.list === LIST && cursor.key !== undefined) return cursor.key;
  throw new library.ProtocolError(library.ProtocolErrorCode.InvalidParams, 'The cursor is none that was given here.');
}
