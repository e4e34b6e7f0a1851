import type { TrainingReport as MeasuredReport } from '#domain/classification';
import type { VersionComparison } from '../comparisons/comparisons.types';
import type { SessionReport } from '../reports/session-reports.service';
import type { ModelComparison } from './comparisons.dto';
import type { TrainingReport } from './reports.dto';

export function toReport({ botId, activation, report, ...place }: SessionReport): TrainingReport {
  const { sessionId, modelVersion, isActive } = place;
  const identity = { sessionId, chatbotId: botId, modelVersion, isActive };
  return { ...identity, activation: activation && { ...activation }, ...toFigures(report) };
}

function toFigures(report: MeasuredReport) {
  const { duplicates, contradictions } = report;
  return {
    ...report,
    perIntent: report.perIntent.map((one) => ({ ...one })),
    confusions: report.confusions.map(({ texts, ...one }) => ({ ...one, texts: [...texts] })),
    calibrationCurve: report.calibrationCurve.map((bin) => ({ ...bin })),
    scope: { ...report.scope },
    duplicates: { ...duplicates, groups: duplicates.groups.map((group) => ({ ...group })) },
    contradictions: {
      ...contradictions,
      groups: contradictions.groups.map(({ text, intents }) => ({ text, intents: intents.map((one) => ({ ...one })) })),
    },
    learningCurve: report.learningCurve.map((point) => ({ ...point })),
    suggestions: report.suggestions.map(({ texts, ...one }) => ({ ...one, texts: [...texts] })),
  };
}

export function toComparison(comparison: VersionComparison): ModelComparison {
  const { perIntent, gained, lost, addedIntents, removedIntents } = comparison;
  return {
    ...comparison,
    outOfScope: { ...comparison.outOfScope },
    perIntent: perIntent.map((one) => ({ ...one })),
    gained: gained.map((text) => ({ ...text })),
    lost: lost.map((text) => ({ ...text })),
    addedIntents: [...addedIntents],
    removedIntents: [...removedIntents],
  };
}
