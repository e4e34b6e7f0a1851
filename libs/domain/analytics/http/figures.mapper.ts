import type {
  Dated,
  FigureReport,
  IntentFigures,
  IntentShare,
  ModelUsage,
  UsageFigures,
} from '../figures/figures.types';
import type { Range } from '../figures/range';
import type { FigureRange, IntentAnalytics, UsageAnalytics, UsageOfModel } from './figures.dto';

export function toFigures<Figures extends { total: number }>(
  chatbotId: string,
  { range, totals, timeline }: FigureReport<Figures, Figures>,
) {
  return { chatbotId, range: toRange(range), ...totals, timeline: timeline.map(toBucket) };
}

export function toIntentAnalytics(
  chatbotId: string,
  report: FigureReport<IntentFigures, IntentFigures> & { intents: IntentShare[] },
): IntentAnalytics {
  const { timeline, ...rest } = toFigures(chatbotId, report);
  return { ...rest, intents: report.intents, timeline };
}

export function toUsageAnalytics(
  chatbotId: string,
  report: FigureReport<UsageFigures, UsageFigures> & { models: ModelUsage[] },
): UsageAnalytics {
  const { timeline, ...rest } = toFigures(chatbotId, report);
  return { ...rest, models: report.models.map(toModel), timeline };
}

function toRange({ from, to, period, timezone }: Range): FigureRange {
  return { from: from.toISOString(), to: to.toISOString(), period, timezone };
}

/** A bucket on the wire says `count` where a whole says `total`. */
function toBucket<Figures extends { total: number }>({ date, total, ...rest }: Dated<Figures>) {
  return { date, count: total, ...rest };
}

function toModel({ model, modelId, total, ...rest }: ModelUsage): UsageOfModel {
  return { model, modelId, replies: total, ...rest };
}
