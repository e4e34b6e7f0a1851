import { Injectable, Logger } from '@nestjs/common';
import { CALIBRATION_EDITION, calibrateEmbedding, calibrateReranker } from '../calibration/calibrate';
import type { Calibration } from '../calibration/calibration.types';
import { probabilityOn } from '../calibration/fit-curve';
import { ModelsQueries } from '../models.queries';
import type { ReadyEmbedding, ReadyReranker } from '../models.types';
import type { ExternalEmbedding, ExternalReranker } from './external-model';

/**
 * What the numbers of a model mean, found out at its first use and stored with its row. Two processes that find it out at
 * the same time store nearly the same.
 */
@Injectable()
export class Calibrations {
  private readonly logger = new Logger(Calibrations.name);

  constructor(private readonly queries: ModelsQueries) {}

  /** @throws what the model throws, when it is not known yet what its numbers mean; the next call tries again */
  embedding(external: ExternalEmbedding): Promise<ReadyEmbedding> {
    return this.once(external, async ({ id, space, watched, calibration: stored }) => {
      const { curve } =
        this.known(stored, space) ?? (await this.measure(external, () => calibrateEmbedding(watched, space)));
      const probabilityOf = curve === null ? undefined : (cosine: number) => probabilityOn(curve, cosine);
      return { id, space, model: watched, probabilityOf };
    });
  }

  /** Undefined when it does not tell answers from other texts. @throws as `embedding` */
  reranker(external: ExternalReranker): Promise<ReadyReranker | undefined> {
    return this.once(external, async ({ id, space, watched, calibration: stored }) => {
      const { curve } =
        this.known(stored, space) ?? (await this.measure(external, () => calibrateReranker(watched, space)));
      if (curve === null) return undefined;
      return { id, model: watched, probabilityOf: (score: number) => probabilityOn(curve, score) };
    });
  }

  private once<Ready, External extends { ready: Promise<Ready> | undefined; isReady: boolean }>(
    external: External,
    prepare: (external: External) => Promise<Ready>,
  ): Promise<Ready> {
    if (external.ready) return external.ready;
    const preparing = prepare(external);
    external.ready = preparing;
    preparing.then(
      () => {
        external.isReady = true;
      },
      () => {
        external.ready = undefined;
      },
    );
    return preparing;
  }

  private known(calibration: Calibration | null, space: string): Calibration | undefined {
    return calibration?.space === space && calibration.edition === CALIBRATION_EDITION ? calibration : undefined;
  }

  private async measure(
    { id, version, space, watch }: ExternalEmbedding | ExternalReranker,
    calibrate: () => Promise<Calibration>,
  ): Promise<Calibration> {
    const stored = this.known(await this.queries.calibrationOf(id), space);
    if (stored) return stored;
    const found = await calibrate();
    const { auc, curve } = found;
    const message = curve
      ? 'A model was calibrated.'
      : 'A model does not tell answers from other texts: it is not used.';
    this.logger[curve ? 'log' : 'warn']({ message, model: watch.label, auc });
    // Whoever cannot store it knows it all the same; the next process finds it out again.
    await this.queries.storeCalibration(id, version, found).catch((error: unknown) => {
      this.logger.warn({ message: 'A calibration could not be stored.', model: watch.label, err: error });
    });
    return found;
  }
}
