import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ModelExtraction } from '../model-extraction/model-extraction.service';
import { extractByModel } from './extract-by-model.job';

@HandlesJob(extractByModel)
export class ExtractByModelHandler implements JobHandler<{ extractionId: string }> {
  constructor(private readonly extraction: ModelExtraction) {}

  run({ extractionId }: { extractionId: string }, { signal }: JobRun): Promise<void> {
    return this.extraction.run(extractionId, signal);
  }

  failed({ extractionId }: { extractionId: string }): Promise<void> {
    return this.extraction.giveUp(extractionId);
  }
}
