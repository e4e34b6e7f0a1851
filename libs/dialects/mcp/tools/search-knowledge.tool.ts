import { Injectable } from '@nestjs/common';
import { ActiveBases, BaseLookup, type FoundPassage, PassageSearch } from '#domain/knowledge';
import { IdField, IntegerField, NestedListField, TextField } from '#infra/http';
import { type Actor, invalidInput } from '#kernel';
import { KnownBots } from '../access/known-bots';
import type { Caller } from '../protocol/caller';
import type { McpTool, ToolAnswer } from './mcp-tool';
import { headingOf, Passage, toPassage } from './sources.dto';

const MAX_PASSAGES = 50;
const DEFAULT_PASSAGES = 5;

class SearchKnowledge {
  @TextField('What to look for: a question, or words.', { minLength: 1, maxLength: 2_000, example: 'opening hours' })
  query: string;

  @TextField('Slug or id of a bot, whose knowledge bases are searched. Give this or knowledge_base_id.', {
    optional: true,
    maxLength: 256,
    example: 'help-centre',
  })
  bot?: string;

  @IdField('The knowledge base that is searched.', { optional: true })
  knowledge_base_id?: string;

  @IntegerField('Passages at most.', { optional: true, min: 1, max: MAX_PASSAGES, default: DEFAULT_PASSAGES })
  limit: number = DEFAULT_PASSAGES;
}

class FoundPassages {
  @NestedListField('The best first, however weak: look at the scores.', () => Passage)
  passages: Passage[];
}

@Injectable()
export class SearchKnowledgeTool implements McpTool<SearchKnowledge, FoundPassages> {
  readonly name = 'search_knowledge';
  readonly title = 'Search the knowledge';
  readonly description =
    'Finds the passages of documents that best answer a query, by words and meaning, in the knowledge bases of a bot or in one of them.';
  readonly scope = 'knowledge:read';
  readonly hints = { readOnlyHint: true };
  readonly input = SearchKnowledge;
  readonly output = FoundPassages;

  constructor(
    private readonly bots: KnownBots,
    private readonly active: ActiveBases,
    private readonly bases: BaseLookup,
    private readonly passages: PassageSearch,
  ) {}

  async call({ actor }: Caller, input: SearchKnowledge): Promise<ToolAnswer<FoundPassages>> {
    const { query, limit } = input;
    const baseIds = await this.basesOf(actor, input);
    const found = await this.passages.search({ baseIds, query, limit });
    const output = { passages: found.map(toFoundPassage) };
    return { text: textOf(output), output };
  }

  /** As far as the caller may see them. */
  private async basesOf(actor: Actor, { bot: name, knowledge_base_id: baseId }: SearchKnowledge): Promise<string[]> {
    if ((name === undefined) === (baseId === undefined)) {
      const message = 'Either bot or knowledge_base_id is required, not both.';
      throw invalidInput([{ field: 'bot', message }]);
    }
    if (baseId !== undefined) return [(await this.bases.get(actor, baseId)).id];
    const bot = await this.bots.find(actor, name!);
    return (await this.active.of(actor.teamId, bot.id)).map(({ id }) => id);
  }
}

function toFoundPassage({ body, sourceType, ...passage }: FoundPassage): Passage {
  const page = passage.metadata?.page;
  return toPassage(passage, { text: body, kind: sourceType, page: typeof page === 'number' ? page : undefined });
}

function textOf({ passages }: FoundPassages): string {
  if (passages.length === 0) return 'Nothing was found.';
  const told = passages.map((passage, index) => {
    const score = `${Math.round(passage.score * 100)} %`;
    return `${headingOf(passage, index + 1)}, ${score}\n${passage.text}`;
  });
  return told.join('\n\n');
}
