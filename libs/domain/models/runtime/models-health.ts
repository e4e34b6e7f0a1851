import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type ComponentReport, HealthComponents } from '#infra/health';
import type { CircuitState } from '#infra/http-client';
import { InstallationModels } from './installation-models';
import { circuitGauge, MAX_MEASURED_MODELS } from './model-metrics';
import { ReadyModels } from './ready-models';

const STATE_NUMBERS: Record<CircuitState, number> = { closed: 0, half_open: 1, open: 2 };
/** A note is one sentence. */
const MAX_NAMED = 10;

/** Tells operators which models do not answer. Nothing is sent to any: a look at a page must not cost tokens. */
@Injectable()
export class ModelsHealth implements OnModuleInit, OnModuleDestroy {
  private stopReading: () => void = () => undefined;

  constructor(
    private readonly models: ReadyModels,
    private readonly installation: InstallationModels,
    private readonly components: HealthComponents,
  ) {}

  onModuleInit(): void {
    this.components.add({ name: 'models', isEssential: false, check: async () => this.report() });
    this.stopReading = circuitGauge.readFrom(() => this.readings());
  }

  onModuleDestroy(): void {
    this.stopReading();
  }

  private report(): ComponentReport {
    const failing = this.models.watches().filter(({ circuitState }) => circuitState !== 'closed');
    if (failing.length === 0) {
      return { status: 'ok', note: `The default language model is ${this.installation.defaultLlm().bare.name}.` };
    }
    const named = failing.slice(0, MAX_NAMED).map(({ label }) => label);
    const more = failing.length > MAX_NAMED ? ` and ${failing.length - MAX_NAMED} more` : '';
    return { status: 'degraded', note: `These models do not answer: ${named.join(', ')}${more}.` };
  }

  /** Those whose circuit is not closed first, because there is a bound to how many are told. */
  private readings(): Array<[kind: string, id: string, model: string, state: number]> {
    return this.models
      .watches()
      .map(({ measured: { kind, id, model }, circuitState }): [string, string, string, number] => {
        return [kind, id, model, STATE_NUMBERS[circuitState]];
      })
      .sort(([, , , a], [, , , b]) => b - a)
      .slice(0, MAX_MEASURED_MODELS);
  }
}
