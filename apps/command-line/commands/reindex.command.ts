import { Command } from 'commander';
import { isUuid } from '#kernel';
import { type OutputOptions, tell } from '../terminal/answers';
import { CommandFailure } from '../terminal/failure';
import { Progress } from '../terminal/progress';

interface ReindexOptions extends OutputOptions {
  bot?: string;
  base?: string;
  vectors?: boolean;
}

export function reindexCommand(): Command {
  return new Command('reindex')
    .summary('write the search index anew')
    .description(
      `Writes the index of words anew from the stored passages: of one knowledge base, of all bases of a bot, or of all. Searches go on
meanwhile and find every document. Documents that are being indexed at the moment are left to that.`,
    )
    .option('--bot <id>', 'only the knowledge bases of this bot')
    .option('--base <id>', 'only this knowledge base')
    .option('--vectors', 'also make all vectors anew, which asks the embedding model for every passage')
    .option('--json', 'answer as JSON')
    .action(run);
}

async function run(options: ReindexOptions): Promise<void> {
  const { bot: botId, base: baseId, vectors = false } = options;
  for (const id of [botId, baseId]) {
    if (id !== undefined && !isUuid(id))
      throw new CommandFailure(`"${id}" is no id: ids are UUIDs, as the API shows them.`);
  }
  const [{ withDomain }, { IndexRebuilding, KnowledgeModule }, { DocumentsModule, DocumentsUnderWay }] =
    await Promise.all([import('../domain-context.js'), import('#domain/knowledge'), import('#domain/documents')]);
  const bases = await withDomain([KnowledgeModule, DocumentsModule], async (context) => {
    const rebuilding = context.get(IndexRebuilding, { strict: false });
    const underWay = context.get(DocumentsUnderWay, { strict: false });
    const found = await rebuilding.listBases({ botId, baseId });
    const progress = new Progress();
    progress.begin(
      'Indexing passages',
      found.reduce((sum, { passages }) => sum + passages, 0),
    );
    for (const { id } of found) {
      await rebuilding.rebuild(id, {
        vectors,
        busy: (ids) => underWay.among(ids),
        onProgress: (passages) => progress.advance(passages),
      });
    }
    progress.end();
    return found;
  });
  if (bases.length === 0 && (botId ?? baseId) !== undefined)
    throw new CommandFailure('There is no such knowledge base.');
  const passages = bases.reduce((sum, base) => sum + base.passages, 0);
  const lines = [`${passages} passages of ${bases.length} knowledge bases were indexed anew.`];
  if (vectors)
    lines.push('Their vectors are made by the worker of a running server; the knowledge base tells how far they are.');
  tell({ bases: bases.map(({ id, name, passages: count }) => ({ id, name, passages: count })) }, lines, options);
}
