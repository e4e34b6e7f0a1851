import { DAY_MS } from '#kernel';
import type { Counts } from '../../counting/counters';
import { latencyClassOf } from '../latency-classes';
import { countsOf, type GivenConversation } from './given-conversation';
import type { GivenTurn, IntegrationAnswer, IntegrationRating } from './integration-facts';

/** Of an integration in a day; as JSON for SQL. */
export interface DayRow extends Record<string, unknown> {
  integration_id: string;
  at: string;
}

/** Adds up what is to be added to the days of integrations, so that each row is written once. */
export class ExperimentTally {
  private readonly days = new Map<string, DayRow>();
  private readonly latencies = new Map<string, DayRow>();

  addTurn({ atMs, answer, failed }: GivenTurn): void {
    for (const { id, wasCalled } of failed) {
      this.add(id, atMs, wasCalled ? { calls: 1, failures: 1 } : { skips: 1 });
    }
    if (answer?.isApology) this.add(answer.id, atMs, { apologies: 1 });
    else if (answer) this.addAnswer(atMs, answer);
  }

  addRating({ integrationId, atMs, rating, score }: IntegrationRating): void {
    const scored: Counts = score === null ? {} : { scores: 1, score_sum: score };
    this.add(integrationId, atMs, { [`${rating}_ratings`]: 1, ...scored });
  }

  /** What is known of a conversation was something else before. */
  replaceConversation(before: GivenConversation, now: GivenConversation): void {
    const taken = Object.entries(countsOf(before)).map(([counter, count]) => [counter, -count]);
    this.add(before.integrationId, before.firstAtMs ?? 0, Object.fromEntries(taken));
    this.add(now.integrationId, now.firstAtMs ?? 0, countsOf(now));
  }

  get dayRows(): DayRow[] {
    return [...this.days.values()];
  }

  get latencyRows(): DayRow[] {
    return [...this.latencies.values()];
  }

  private addAnswer(atMs: number, { id, latencyMs, inputTokens, outputTokens, costUsd }: IntegrationAnswer): void {
    this.add(id, atMs, {
      calls: 1,
      turns: 1,
      latency_ms: Math.round(latencyMs),
      input_tokens: Math.round(inputTokens),
      output_tokens: Math.round(outputTokens),
      cost_nano_usd: Math.round((costUsd ?? 0) * 1e9),
      unpriced_turns: costUsd === null && inputTokens + outputTokens > 0 ? 1 : 0,
    });
    addTo(this.latencies, { integration_id: id, at: dayOf(atMs), class: latencyClassOf(latencyMs) }, { turns: 1 });
  }

  private add(integrationId: string, atMs: number, counts: Counts): void {
    const counted = Object.entries(counts).filter(([, count]) => count !== 0);
    if (counted.length === 0) return;
    addTo(this.days, { integration_id: integrationId, at: dayOf(atMs) }, Object.fromEntries(counted));
  }
}

function addTo(rows: Map<string, DayRow>, of: DayRow, counts: Counts): void {
  const key = JSON.stringify(Object.values(of));
  const row = rows.get(key) ?? { ...of };
  rows.set(key, row);
  for (const [counter, count] of Object.entries(counts)) row[counter] = Number(row[counter] ?? 0) + count;
}

function dayOf(atMs: number): string {
  return new Date(Math.floor(atMs / DAY_MS) * DAY_MS).toISOString();
}
