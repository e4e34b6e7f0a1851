/**
 * A bot as a file that is made while it is sent. It is no snapshot: what is written meanwhile may be in it or not, but
 * each row is whole.
 */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { DocumentsService, DocumentUploads, Files, shownMetadata, sourceTypeOf, type Upload } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { Questions } from '#domain/questions';
import { Datasets } from '#domain/training';
import { type TarWriter, tarStream } from '#infra/tar-files';
import { type Actor, AppError } from '#kernel';
import { type BotFileCounts, ENTRIES, type UploadDetails } from '../file/bot-file.types';
import { requireReadingWholeBots } from '../whole-bot';
import { allPages, allRows } from './all-pages';
import { BotOutline } from './bot-outline.service';

export interface OpenBotFile {
  /** Read it to its end or destroy it. */
  stream: Readable;
  /** Of the bot. */
  name: string;
}

@Injectable()
export class BotExports {
  constructor(
    private readonly bots: BotsService,
    private readonly outline: BotOutline,
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentsService,
    private readonly uploads: DocumentUploads,
    private readonly files: Files,
    private readonly questions: Questions,
    private readonly datasets: Datasets,
  ) {}

  /** @throws `bots.not_found`, `actor.scope_missing` */
  async open(actor: Actor, botId: string): Promise<OpenBotFile> {
    requireReadingWholeBots(actor);
    const { name } = await this.bots.get(actor, botId);
    return { stream: tarStream((tar) => this.write(actor, botId, tar)), name };
  }

  private async write(actor: Actor, botId: string, tar: TarWriter): Promise<void> {
    const bases = await allRows((page) => this.bases.list(actor, botId, page));
    const datasets = await allRows((page) => this.datasets.list(actor, botId, page));
    const uploads = await allRows((page) => this.uploads.list(actor, botId, page));
    const lost = uploads.filter(({ kind }) => kind === 'nodes');
    await tar.add(ENTRIES.bot, json(await this.outline.describe(actor, botId, { bases, datasets, lost })));
    const counts: BotFileCounts = { items: 0, questions: 0, uploads: 0, examples: 0 };
    for (const [at, { id }] of bases.entries()) {
      counts.items += await this.writeItems(actor, id, tar, `bases/${at}/items`);
      counts.questions += await this.writeQuestions(actor, id, tar, `bases/${at}/questions`);
    }
    const places = new Map(bases.map(({ id }, at) => [id, at]));
    for (const upload of uploads) {
      const base = places.get(upload.baseId);
      if (upload.kind === 'nodes' || base === undefined) continue;
      counts.uploads += await this.writeUpload(actor, { upload, base, number: counts.uploads + 1 }, tar);
    }
    for (const [at, { id }] of datasets.entries()) {
      const pages = allPages((page) => this.datasets.listExamples(actor, id, page));
      counts.examples += await writePages(tar, `datasets/${at}`, pages, ({ input, output, intent, metadata }) => ({
        ...{ input, output, intent, metadata },
      }));
    }
    await tar.add(ENTRIES.end, json(counts));
  }

  private writeItems(actor: Actor, baseId: string, tar: TarWriter, folder: string): Promise<number> {
    const pages = allPages((page) => this.documents.listItems(actor, baseId, page));
    return writePages(tar, folder, pages, (item) => {
      const sourceType = sourceTypeOf(item);
      const { title, content, tags, language } = item;
      const own = { title, content, tags, metadata: shownMetadata(item.metadata), language };
      return sourceType === null ? own : { ...own, sourceType };
    });
  }

  private writeQuestions(actor: Actor, baseId: string, tar: TarWriter, folder: string): Promise<number> {
    const pages = allPages((page) => this.questions.list(actor, baseId, page));
    return writePages(tar, folder, pages, (question) => {
      const { name, phrasings, answer, llmReply, relatedPrompts, tags, metadata } = question;
      return { name, phrasings, answer, llmReply, relatedPrompts, tags, metadata };
    });
  }

  /** @returns 0 when its bytes are gone, because it was deleted meanwhile */
  private async writeUpload(
    actor: Actor,
    { upload, base, number }: { upload: Upload; base: number; number: number },
    tar: TarWriter,
  ): Promise<number> {
    const { title, tags, metadata, language } = upload;
    const file = await this.files.openDocument(actor, upload.botId, upload.id).catch((error: unknown) => {
      if (error instanceof AppError && error.kind === 'not_found') return undefined;
      throw error;
    });
    if (!file) return 0;
    const { name, mediaType, bytes, stream } = file;
    const details: UploadDetails = { base, name, mediaType, title, tags, metadata: shownMetadata(metadata), language };
    try {
      await tar.add(`uploads/${number}.json`, json(details));
      await tar.addStream(`uploads/${number}`, bytes, stream);
      return 1;
    } finally {
      stream.destroy();
    }
  }
}

async function writePages<Row>(
  tar: TarWriter,
  folder: string,
  pages: AsyncIterable<readonly Row[]>,
  shown: (row: Row) => object,
): Promise<number> {
  let [rows, number] = [0, 0];
  for await (const page of pages) {
    number += 1;
    rows += page.length;
    const lines = page.map((row) => `${JSON.stringify(shown(row))}\n`);
    await tar.add(`${folder}/${String(number).padStart(6, '0')}.jsonl`, Buffer.from(lines.join('')));
  }
  return rows;
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
