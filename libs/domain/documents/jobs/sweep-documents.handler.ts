import { HandlesJob, type JobHandler } from '#infra/queue';
import { DocumentIndexing } from '../ingestion/indexing.service';
import { sweepDocuments } from './sweep-documents.job';

@HandlesJob(sweepDocuments)
export class SweepDocumentsHandler implements JobHandler<object> {
  constructor(private readonly indexing: DocumentIndexing) {}

  async run(): Promise<void> {
    await this.indexing.sweep();
  }
}
