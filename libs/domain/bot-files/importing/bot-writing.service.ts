import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BotsService, Personalities } from '#domain/bots';
import { DocumentsService, FileUploads, MAX_NEW_ITEMS } from '#domain/documents';
import { type BaseSettingsPatch, KnowledgeBasesService } from '#domain/knowledge';
import { MAX_NEW_QUESTIONS, Questions } from '#domain/questions';
import { Datasets } from '#domain/training';
import { type Actor, AppError } from '#kernel';
import type { BotFile } from '../file/bot-file.types';
import { BotAttachments } from './bot-attachments.service';
import type { BotBeingMade } from './bot-being-made';
import type { BotPart } from './checked-bot-file';

/** Of what is indexed in one transaction, in UTF-16 units: some 100 ms. */
const CHARS_AT_ONCE = 400_000;

/** Makes a bot of the parts of a file, each by the service of its domain, which checks it as it checks every caller. */
@Injectable()
export class BotWriting {
  constructor(
    private readonly bots: BotsService,
    private readonly personalities: Personalities,
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentsService,
    private readonly uploads: FileUploads,
    private readonly questions: Questions,
    private readonly datasets: Datasets,
    private readonly attachments: BotAttachments,
  ) {}

  /** Disabled until it is whole. To be called in the transaction that notes its id. */
  async begin(actor: Actor, { bot }: BotFile, name: string): Promise<string> {
    const { description, engine, configuration } = bot;
    const { id } = await this.bots.create(actor, { name, description, engine, configuration, status: 'disabled' });
    return id;
  }

  /** All that stands in bot.json besides the bot itself. */
  async furnish(actor: Actor, botId: string, file: BotFile): Promise<BotBeingMade> {
    const made: BotBeingMade = { botId, file, baseIds: [], datasetIds: [], notes: [...file.notes], upload: undefined };
    for (const personality of file.personalities) await this.personalities.create(actor, botId, personality);
    for (const { isOwn, settings, ...base } of file.bases) {
      const input = { ...base, settings: settings as BaseSettingsPatch };
      const id = isOwn
        ? await this.bases.ensureOwn(actor, botId, input)
        : (await this.bases.create(actor, botId, input)).id;
      made.baseIds.push(id);
    }
    for (const { isActive, ...dataset } of file.datasets) {
      const { id } = await this.datasets.create(actor, botId, dataset);
      if (!isActive) await this.datasets.update(actor, id, { isActive });
      made.datasetIds.push(id);
    }
    return made;
  }

  async write(actor: Actor, made: BotBeingMade, part: Exclude<BotPart, { kind: 'bot' | 'end' }>): Promise<void> {
    switch (part.kind) {
      case 'items':
        for (const rows of portionsOf(part.rows, MAX_NEW_ITEMS)) {
          await this.documents.addItems(actor, made.baseIds[part.base]!, rows);
        }
        return;
      case 'questions':
        for (const rows of portionsOf(part.rows, MAX_NEW_QUESTIONS)) {
          await this.questions.addAll(actor, made.baseIds[part.base]!, rows);
        }
        return;
      case 'examples':
        await this.datasets.addExamples(actor, made.datasetIds[part.dataset]!, part.rows);
        return;
      case 'upload':
        made.upload = part.details;
        return;
      case 'bytes':
        return this.takeUpload(actor, made, part.stream);
    }
  }

  /** Plugins, integrations and the training, which may not all be possible here; what is not becomes a note. */
  finish(actor: Actor, made: BotBeingMade): Promise<void> {
    return this.attachments.attach(actor, made);
  }

  /** To be called in the transaction that ends the import. */
  async enable(actor: Actor, { botId, file }: BotBeingMade): Promise<void> {
    if (file.bot.status === 'active') await this.bots.update(actor, botId, { status: 'active' });
  }

  /** One that cannot be taken here becomes a note. */
  private async takeUpload(actor: Actor, made: BotBeingMade, bytes: Readable): Promise<void> {
    const { upload: details } = made;
    if (!details) return drain(bytes);
    made.upload = undefined;
    const { base, name, mediaType, ...described } = details;
    const stream = new PassThrough();
    const detailsOf = async () => ({ ...described, baseId: made.baseIds[base]! });
    const taken = this.uploads.add(actor, made.botId, { name, mediaType, stream, details: detailsOf });
    taken.catch(() => undefined);
    await feed(bytes, stream);
    try {
      await taken;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid_input') throw error;
      made.notes.push(`The file "${name}" was not taken: ${error.message}`);
    }
  }
}

/** To the end of what is read, also when its reader has left: a tar file goes on behind it. */
async function feed(bytes: Readable, reader: PassThrough): Promise<void> {
  reader.on('error', () => undefined);
  for await (const piece of bytes) {
    if (reader.destroyed || reader.write(piece)) continue;
    await Promise.race([once(reader, 'drain'), once(reader, 'close')]);
  }
  reader.end();
}

async function drain(bytes: Readable): Promise<void> {
  for await (const _piece of bytes);
}

function* portionsOf<Row extends object>(rows: readonly Row[], maxRows: number): Generator<Row[]> {
  let [portion, chars]: [Row[], number] = [[], 0];
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    if (portion.length > 0 && (portion.length >= maxRows || chars + length > CHARS_AT_ONCE)) {
      yield portion;
      [portion, chars] = [[], 0];
    }
    portion.push(row);
    chars += length;
  }
  if (portion.length > 0) yield portion;
}
