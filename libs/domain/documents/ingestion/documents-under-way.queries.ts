import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

@Injectable()
export class DocumentsUnderWay {
  constructor(private readonly database: Database) {}

  /** Those of the documents that a run has, or waits to have. By document_pkey. */
  async among(documentIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select id from document where id = any ($1::uuid[]) and state in ('queued', 'running')`,
      [documentIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
