import type { ReadyEmbedding } from '#domain/models';
import type { EmbeddingModel } from '#providers/embeddings';
import { calibrateEmbedding } from '../../domain/models/calibration/calibrate';
import { probabilityOn } from '../../domain/models/calibration/fit-curve';

/** As `ReadyModels` gives it: with what its calibration found that its cosines mean. */
export async function calibratedEmbedding(id: number, space: string, model: EmbeddingModel): Promise<ReadyEmbedding> {
  const { curve } = await calibrateEmbedding(model, space);
  const probabilityOf = curve === null ? undefined : (cosine: number) => probabilityOn(curve, cosine);
  return { id, space, model, probabilityOf };
}
