import {
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  NumberListField,
  TextField,
  TextListField,
} from '#infra/http';
import { VERDICTS, type Verdict } from '../comparisons/comparisons.types';
import { SHARE, SHARE_OR_NULL } from './report-parts.dto';

const MAX_VERSION = 2_147_483_647;

export class ComparisonQuery {
  @IntegerField('The other version. Default: the active one, or, of the active one itself, the one before.', {
    optional: true,
    min: 1,
    max: MAX_VERSION,
  })
  with?: number;
}

export class ComparedScope {
  @IntegerField('`__oos__` examples that both have held out.', { min: 0 })
  examples: number;

  @NumberField('Share of the examples in scope that the version takes as such.', SHARE_OR_NULL)
  keptInScope: number | null;

  @NumberField('The same of the other.', SHARE_OR_NULL)
  withKeptInScope: number | null;

  @NumberField('Share of the `__oos__` examples that the version refuses; null without any.', SHARE_OR_NULL)
  refused: number | null;

  @NumberField('The same of the other.', SHARE_OR_NULL)
  withRefused: number | null;
}

export class ComparedIntent {
  @TextField('The intent.')
  intent: string;

  @IntegerField('Its examples among those that both have held out.', { min: 1 })
  examples: number;

  @NumberField('F1 of the version.', SHARE)
  f1: number;

  @NumberField('F1 of the other.', SHARE)
  withF1: number;
}

export class ComparedText {
  @TextField('The example, up to 200 characters of it.')
  text: string;

  @TextField('What it means.')
  intent: string;

  @TextField('What the version took it for.')
  predicted: string;

  @TextField('What the other took it for.')
  withPredicted: string;
}

export class ModelComparison {
  @IntegerField('The version.', { min: 1 })
  version: number;

  @IntegerField('The other one.', { min: 1 })
  with: number;

  @IntegerField('Examples in scope that both have held out. The figures are of them; null where there are none.', {
    min: 0,
  })
  examples: number;

  @NumberField('Share that the version got right.', SHARE_OR_NULL)
  accuracy: number | null;

  @NumberField('Share that the other got right.', SHARE_OR_NULL)
  withAccuracy: number | null;

  @NumberField('Of the shares; positive where the version is better.', { min: -1, max: 1, nullable: true })
  difference: number | null;

  @NumberListField('The difference lies between these with 95 % confidence.', {
    minItems: 2,
    maxItems: 2,
    nullable: true,
  })
  interval: [number, number] | null;

  @NumberField('How probable such a difference is by chance (McNemar, exact, two-sided).', SHARE_OR_NULL)
  pValue: number | null;

  @NumberField('Mean F1 of the intents by the version.', SHARE_OR_NULL)
  macroF1: number | null;

  @NumberField('Mean F1 of the intents by the other.', SHARE_OR_NULL)
  withMacroF1: number | null;

  @NestedField('What both take for in scope.', () => ComparedScope)
  outOfScope: ComparedScope;

  @EnumField('`better` and `worse` by more than chance (p < .05); `not comparable` below 20 examples.', VERDICTS)
  verdict: Verdict;

  @NestedListField('Up to 50, those that differ most first.', () => ComparedIntent)
  perIntent: ComparedIntent[];

  @IntegerField('Examples that the version alone got right.', { min: 0 })
  gainedCount: number;

  @NestedListField('Up to 20 of them.', () => ComparedText)
  gained: ComparedText[];

  @IntegerField('Examples that the other alone got right.', { min: 0 })
  lostCount: number;

  @NestedListField('Up to 20 of them.', () => ComparedText)
  lost: ComparedText[];

  @TextListField('Intents that only the version knows.')
  addedIntents: string[];

  @TextListField('Intents that only the other knows.')
  removedIntents: string[];
}
