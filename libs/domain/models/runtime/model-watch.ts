/**
 * What is known of an external model from calling it, and whether it may be called: its circuit, its counts, its metrics.
 * Only what the provider did counts against it: not that it refused one request, nor that a caller left.
 */
import { Circuit, type CircuitState, type Passage } from '#infra/http-client';
import { AppError, type Clock, SECOND_MS } from '#kernel';
import { modelErrors } from '../models.errors';
import type { ModelKind, ModelStatus } from '../models.types';
import { type CallOutcome, countCall, type MeasuredModel } from './model-metrics';
import { providerWords } from './provider-words';

/** A provider that is busy for a moment is not down; whoever must wait for longer is better served by another model. */
const LONG_RETRY_AFTER_MS = 10 * SECOND_MS;

export interface Watched {
  id: number | null;
  kind: ModelKind;
  /** As the provider calls it. */
  model: string;
  /** Which must not be repeated. */
  secret: string | null;
}

export interface WatchedCall {
  answered(): void;
  /** The call threw `error`. */
  threw(error: unknown): void;
  /** Its caller did not want the end of it. */
  abandoned(): void;
}

export class ModelWatch {
  private readonly circuit: Circuit;
  private calls = 0;
  private failures = 0;
  private state: ModelStatus['state'] = 'untried';
  private since: Date | null = null;
  private lastError: string | null = null;

  constructor(
    readonly watched: Watched,
    private readonly clock: Clock,
  ) {
    this.circuit = new Circuit(clock);
  }

  get measured(): MeasuredModel {
    const { id, kind, model } = this.watched;
    return { kind, id: id === null ? '' : String(id), model };
  }

  /** For operators. */
  get label(): string {
    const { id, model } = this.watched;
    return id === null ? model : `${id} ${model}`;
  }

  get circuitState(): CircuitState {
    return this.circuit.state;
  }

  status(): ModelStatus {
    const { pausedUntilMs } = this.circuit;
    return {
      state: this.state,
      since: this.since,
      lastError: this.lastError,
      pausedUntil: pausedUntilMs === undefined ? null : new Date(pausedUntilMs),
      calls: this.calls,
      failures: this.failures,
    };
  }

  /** @throws AppError `models.circuit_open` when the call must not be made; `anyway` makes it all the same */
  begin({ anyway = false, signal }: { anyway?: boolean; signal?: AbortSignal | undefined } = {}): WatchedCall {
    const passage = anyway ? this.circuit.enterAnyway() : this.circuit.enter();
    if (passage === undefined) throw this.refused();
    const startedMs = performance.now();
    let hasEnded = false;
    const end = (outcome: CallOutcome) => {
      if (hasEnded) return false;
      hasEnded = true;
      countCall(this.measured, outcome, performance.now() - startedMs);
      return true;
    };
    return {
      answered: () => end('answered') && this.answered(passage),
      abandoned: () => end('abandoned') && passage.abandoned(),
      threw: (error) => {
        const outcome = signal?.aborted ? outcomeOfAbort(signal.reason) : outcomeOf(error);
        if (end(outcome)) this.threw(passage, outcome, error);
      },
    };
  }

  /** One call from beginning to end. */
  async call<T>(
    work: () => Promise<T>,
    options: { anyway?: boolean; signal?: AbortSignal | undefined } = {},
  ): Promise<T> {
    const call = this.begin(options);
    try {
      const result = await work();
      call.answered();
      return result;
    } catch (error) {
      call.threw(error);
      throw error;
    }
  }

  /** Somebody else has seen that it answers again. */
  recovered(): void {
    this.circuit.enterAnyway().succeeded();
    if (this.state === 'failing') this.become('ready');
  }

  private answered(passage: Passage): void {
    this.calls += 1;
    passage.succeeded();
    this.become('ready');
  }

  private threw(passage: Passage, outcome: CallOutcome, error: unknown): void {
    if (outcome === 'abandoned') {
      passage.abandoned();
      return;
    }
    this.calls += 1;
    // Who refuses a request is there. A wrong key fails every call at once, which costs nobody time.
    if (outcome === 'rejected') passage.succeeded();
    else passage.failed((error as Partial<AppError>).retryAfterMs);
    if (concernsRequestOnly(error)) return;
    this.failures += 1;
    this.lastError = providerWords(error, this.watched.secret) ?? messageOf(error);
    this.become('failing');
  }

  private become(state: ModelStatus['state']): void {
    if (this.state === state) return;
    this.state = state;
    this.since = this.clock.now();
  }

  private refused(): AppError {
    countCall(this.measured, 'refused', 0);
    const { pausedUntilMs = 0 } = this.circuit;
    const retryAfterMs = Math.max(pausedUntilMs - this.clock.nowMs(), SECOND_MS);
    return modelErrors.circuit_open({ retryAfterMs });
  }
}

/** A caller that has waited as long as it could was let down by the model; one that left was not. */
function outcomeOfAbort(reason: unknown): CallOutcome {
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'failed' : 'abandoned';
}

/** What is no AppError is a fault of ours or of an adapter, which would come again as surely as one of the provider. */
function outcomeOf(error: unknown): CallOutcome {
  if (!(error instanceof AppError)) return 'failed';
  if (error.kind === 'unavailable') return 'failed';
  if (error.kind === 'rate_limited') return (error.retryAfterMs ?? 0) >= LONG_RETRY_AFTER_MS ? 'failed' : 'rejected';
  return 'rejected';
}

/** The same request would be refused by every model of its size. */
function concernsRequestOnly(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'too_large';
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof DOMException ? 'The model did not answer in time.' : 'The call failed.';
}
