import type { QuestionClassifier } from './classifier/question-classifier';

/** Of all classifiers that a process holds. One of a hundred questions takes half a megabyte. */
const MAX_BYTES = 128 * 1024 * 1024;

interface Loaded {
  version: string;
  classifier: QuestionClassifier;
}

/**
 * The classifiers that this process has read lately, one a base, within a bound in bytes; those not asked for the longest
 * give way. Callers who want one at the same time share one loading. What cannot be loaded is not remembered.
 */
export class LoadedClassifiers {
  private readonly held = new Map<string, Loaded>();
  private readonly loading = new Map<string, Promise<QuestionClassifier | undefined>>();
  private heldBytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  async get(
    baseId: string,
    version: string,
    load: () => Promise<QuestionClassifier | undefined>,
  ): Promise<QuestionClassifier | undefined> {
    const known = this.held.get(baseId);
    if (known?.version !== version) return this.loadingOf(baseId, version, load);
    this.held.delete(baseId);
    this.held.set(baseId, known);
    return known.classifier;
  }

  private loadingOf(baseId: string, version: string, load: () => Promise<QuestionClassifier | undefined>) {
    const key = `${baseId} ${version}`;
    const underWay = this.loading.get(key);
    if (underWay) return underWay;
    const loading = load()
      .then((classifier) => {
        if (classifier) this.keep(baseId, { version, classifier });
        return classifier;
      })
      .finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  /** The newest stays however large it is: somebody needs it now. */
  private keep(baseId: string, loaded: Loaded): void {
    this.forget(baseId);
    this.held.set(baseId, loaded);
    this.heldBytes += loaded.classifier.byteLength;
    for (const oldest of this.held.keys()) {
      if (this.heldBytes <= this.maxBytes || oldest === baseId) return;
      this.forget(oldest);
    }
  }

  private forget(baseId: string): void {
    this.heldBytes -= this.held.get(baseId)?.classifier.byteLength ?? 0;
    this.held.delete(baseId);
  }
}
