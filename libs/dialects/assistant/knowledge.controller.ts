import { Body, Post } from '@nestjs/common';
import { CurrentActor, DialectController, NeedsScope, Refuses, Repeatable, Summary } from '#infra/http';
import { type Actor, Clock, SECOND_MS } from '#kernel';
import { Tells } from './assistant.answers';
import { AddKnowledge, KnowledgeItem, SearchKnowledge, SearchResults } from './knowledge.dto';
import { toKnowledgeItem, toNewItem, toSearchResult } from './knowledge.mapper';
import { KnowledgeNotes } from './knowledge-notes.service';

@DialectController('api/knowledge', { tag: 'Knowledge' })
export class KnowledgeController {
  constructor(
    private readonly notes: KnowledgeNotes,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Summary('Add knowledge', 'Searches and answers find it when this has answered.')
  @NeedsScope('knowledge:write')
  @Tells(201, KnowledgeItem)
  @Refuses(400, 413)
  async add(@CurrentActor() actor: Actor, @Body() body: AddKnowledge): Promise<KnowledgeItem> {
    const { item, passageCount } = await this.notes.add(actor, toNewItem(body));
    return toKnowledgeItem(item, passageCount);
  }

  @Post('search')
  @Repeatable()
  @Summary(
    'Search the knowledge',
    'All that the default bot knows: files, knowledge items and what came by other ways.',
  )
  @NeedsScope('knowledge:read')
  @Tells(200, SearchResults)
  @Refuses(400)
  async search(@CurrentActor() actor: Actor, @Body() body: SearchKnowledge): Promise<SearchResults> {
    const startedMs = this.clock.monotonicMs();
    const results = (await this.notes.search(actor, body)).map(toSearchResult);
    return { results, total: results.length, query_time: (this.clock.monotonicMs() - startedMs) / SECOND_MS };
  }
}
