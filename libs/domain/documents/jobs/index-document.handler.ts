import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { DocumentIndexing } from '../ingestion/indexing.service';
import { indexDocument } from './index-document.job';

@HandlesJob(indexDocument)
export class IndexDocumentHandler implements JobHandler<{ documentId: string }> {
  constructor(private readonly indexing: DocumentIndexing) {}

  async run({ documentId }: { documentId: string }, { signal }: JobRun): Promise<void> {
    await this.indexing.index(documentId, signal);
  }
}
