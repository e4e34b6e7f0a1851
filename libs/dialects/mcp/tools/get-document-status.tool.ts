import { Injectable } from '@nestjs/common';
import { TeamDocuments } from '#domain/documents';
import { IdField } from '#infra/http';
import type { Caller } from '../protocol/caller';
import { DocumentStatus, textOfStatus, toDocumentStatus } from './documents.dto';
import type { McpTool, ToolAnswer } from './mcp-tool';

class GetDocumentStatus {
  @IdField('The document_id that add_document gave, or that of a source.')
  document_id: string;
}

@Injectable()
export class GetDocumentStatusTool implements McpTool<GetDocumentStatus, DocumentStatus> {
  readonly name = 'get_document_status';
  readonly title = 'Get the status of a document';
  readonly description = 'Tells how far the indexing of a document is, and why it has failed if it has.';
  readonly scope = 'documents:read';
  readonly hints = { readOnlyHint: true };
  readonly input = GetDocumentStatus;
  readonly output = DocumentStatus;

  constructor(private readonly documents: TeamDocuments) {}

  async call({ actor }: Caller, { document_id: id }: GetDocumentStatus): Promise<ToolAnswer<DocumentStatus>> {
    const output = toDocumentStatus(await this.documents.get(actor, id));
    return { text: textOfStatus(output), output };
  }
}
