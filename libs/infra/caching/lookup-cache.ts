import type { Clock } from '#kernel';

export interface LookupCacheLimits {
  /** How long an answer is believed. */
  ttlMs: number;
  maxFound: number;
  /** Apart from `maxFound`, so that guesses cannot push out what exists. */
  maxMissing: number;
}

/** Answers in the order in which they were learned; the oldest give way. */
class RecentAnswers<Answer> {
  private readonly entries = new Map<string, { answer: Answer; expiresAtMs: number }>();

  constructor(private readonly maxEntries: number) {}

  get(key: string, nowMs: number): { answer: Answer } | undefined {
    const entry = this.entries.get(key);
    return entry && entry.expiresAtMs > nowMs ? entry : undefined;
  }

  set(key: string, answer: Answer, expiresAtMs: number): void {
    this.entries.delete(key);
    this.entries.set(key, { answer, expiresAtMs });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxEntries) return;
      this.entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  forget(matches: (answer: Answer) => boolean): void {
    for (const [key, { answer }] of this.entries) if (matches(answer)) this.entries.delete(key);
  }
}

/**
 * Remembers for a short time what a lookup found, and that it found nothing. Callers who ask for one key at the same
 * time share one lookup. Bounded in both directions, whatever is asked.
 */
export class LookupCache<Value extends object> {
  private readonly found: RecentAnswers<Value>;
  private readonly missing: RecentAnswers<undefined>;
  private readonly loading = new Map<string, Promise<Value | undefined>>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: LookupCacheLimits,
  ) {
    this.found = new RecentAnswers(limits.maxFound);
    this.missing = new RecentAnswers(limits.maxMissing);
  }

  /** A failed lookup is not remembered: everyone who waits for it gets the error, the next caller asks anew. */
  async get(key: string, lookUp: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const nowMs = this.clock.monotonicMs();
    const known = this.found.get(key, nowMs) ?? this.missing.get(key, nowMs);
    return known ? known.answer : (this.loading.get(key) ?? this.load(key, lookUp));
  }

  /** Lookups under way may have read what was true before: their askers get it, but nobody after them. */
  forget(matches: (value: Value) => boolean): void {
    this.found.forget(matches);
    this.loading.clear();
  }

  /** As `forget`, of one key. */
  forgetKey(key: string): void {
    this.found.delete(key);
    this.missing.delete(key);
    this.loading.delete(key);
  }

  /** Everything, when it is not known what has changed. */
  clear(): void {
    this.found.clear();
    this.missing.clear();
    this.loading.clear();
  }

  private load(key: string, lookUp: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const expiresAtMs = this.clock.monotonicMs() + this.limits.ttlMs;
    const loading: Promise<Value | undefined> = lookUp()
      .then((value) => {
        if (this.loading.get(key) === loading) this.remember(key, value, expiresAtMs);
        return value;
      })
      .finally(() => {
        if (this.loading.get(key) === loading) this.loading.delete(key);
      });
    this.loading.set(key, loading);
    return loading;
  }

  private remember(key: string, value: Value | undefined, expiresAtMs: number): void {
    if (value === undefined) this.missing.set(key, undefined, expiresAtMs);
    else this.found.set(key, value, expiresAtMs);
  }
}
