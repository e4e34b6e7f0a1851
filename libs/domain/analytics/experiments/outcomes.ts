import type { Sample, Share } from '../insights/statistics/significance';
import type { DayCounter } from './counting/experiment-counting.queries';
import { WAIT_LOG_SCALE } from './counting/given-conversation';

/** An integration as one side of an experiment: what became of the conversations that it was given. */
export interface Arm {
  integrationId: string;
  conversations: number;
  failed: Share;
  pleased: Share;
  /** Of the means of the natural logarithms of milliseconds, one for each conversation. */
  waitLog: Sample;
}

export type DaySums = Readonly<Record<DayCounter, number>>;

export function armOf(integrationId: string, sums: DaySums): Arm {
  const { conversations } = sums;
  return {
    integrationId,
    conversations,
    failed: { hits: sums.failed_conversations, total: conversations },
    pleased: { hits: sums.pleased_conversations, total: sums.rated_conversations },
    waitLog: sampleOf(conversations, sums.wait_logs / WAIT_LOG_SCALE, sums.wait_log_squares / WAIT_LOG_SCALE ** 2),
  };
}

function sampleOf(count: number, sum: number, squares: number): Sample {
  const mean = count === 0 ? 0 : sum / count;
  return { count, mean, variance: count < 2 ? 0 : Math.max(0, (squares - sum * mean) / (count - 1)) };
}
