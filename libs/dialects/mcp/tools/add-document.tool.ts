import { Injectable } from '@nestjs/common';
import { DocumentUploads, ITEM_LIMITS } from '#domain/documents';
import { BaseLookup } from '#domain/knowledge';
import { EnumField, IdField, TextField, TextListField } from '#infra/http';
import { type Actor, invalidInput } from '#kernel';
import { KnownBots } from '../access/known-bots';
import type { Caller } from '../protocol/caller';
import { DocumentStatus, textOfStatus, toDocumentStatus } from './documents.dto';
import type { McpTool, ToolAnswer } from './mcp-tool';

const FORMATS = ['text', 'markdown', 'html', 'json', 'csv'] as const;
/** Far more than models write at once. */
const MAX_CONTENT_CHARS = 1_000_000;

class AddDocument {
  @TextField('What it is about.', { minLength: 1, maxLength: ITEM_LIMITS.titleLength, example: 'Opening hours' })
  title: string;

  @TextField('Its text.', { minLength: 1, maxLength: MAX_CONTENT_CHARS, example: 'We are open from nine to five.' })
  content: string;

  @EnumField('What the text is.', FORMATS, { optional: true, default: 'text' })
  format: (typeof FORMATS)[number] = 'text';

  @TextListField('Labels to filter searches by.', {
    optional: true,
    maxItems: ITEM_LIMITS.tags,
    maxLength: ITEM_LIMITS.tagLength,
  })
  tags?: string[];

  @TextField('Slug or id of the bot that is to know it. Give this or knowledge_base_id.', {
    optional: true,
    maxLength: 256,
    example: 'help-centre',
  })
  bot?: string;

  @IdField('The knowledge base that takes it.', { optional: true })
  knowledge_base_id?: string;
}

@Injectable()
export class AddDocumentTool implements McpTool<AddDocument, DocumentStatus> {
  readonly name = 'add_document';
  readonly title = 'Add a document';
  readonly description =
    'Adds a text to what a bot knows. It is indexed in the background, mostly within a second; get_document_status tells when it is found.';
  readonly scope = 'documents:write';
  readonly hints = { readOnlyHint: false, destructiveHint: false, idempotentHint: false };
  readonly input = AddDocument;
  readonly output = DocumentStatus;

  constructor(
    private readonly bots: KnownBots,
    private readonly bases: BaseLookup,
    private readonly uploads: DocumentUploads,
  ) {}

  async call({ actor }: Caller, input: AddDocument): Promise<ToolAnswer<DocumentStatus>> {
    const { title, content, format, tags } = input;
    const { botId, baseId } = await this.placeOf(actor, input);
    const bytes = Buffer.from(content, 'utf8');
    const upload = await this.uploads.add(actor, botId, { title, bytes, format, baseId, tags: tags ?? null });
    const output = toDocumentStatus(upload);
    return { text: textOfStatus(output), output };
  }

  private async placeOf(actor: Actor, { bot: name, knowledge_base_id: baseId }: AddDocument) {
    if ((name === undefined) === (baseId === undefined)) {
      throw invalidInput([{ field: 'bot', message: 'Either bot or knowledge_base_id is required, not both.' }]);
    }
    if (baseId === undefined) return { botId: (await this.bots.find(actor, name!)).id, baseId: null };
    const base = await this.bases.get(actor, baseId);
    return { botId: base.botId, baseId: base.id };
  }
}
