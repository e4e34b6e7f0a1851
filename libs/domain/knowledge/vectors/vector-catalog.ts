/**
 * What this process knows of the vectors of bases that it has searched. It may be out of date: a search begins with it, and
 * goes on with what it then reads.
 */
import type { BaseVectors } from '../posting-reading.queries';

const MAX_BASES = 2_000;

export class VectorCatalog {
  private readonly bases = new Map<string, BaseVectors>();

  of(baseIds: readonly string[]): BaseVectors[] {
    return baseIds.flatMap((baseId) => this.bases.get(baseId) ?? []);
  }

  learn(indexes: readonly { baseId: string; vectors: BaseVectors | null }[]): void {
    for (const { baseId, vectors } of indexes) {
      this.bases.delete(baseId);
      if (vectors !== null) this.bases.set(baseId, vectors);
    }
    for (const oldest of this.bases.keys()) {
      if (this.bases.size <= MAX_BASES) return;
      this.bases.delete(oldest);
    }
  }
}
