/** Two versions, on the examples that neither has learned from. */

import { element } from '../../dom/element';
import { asCount, asNumber, asPercent } from '../figures';
import { type Panel, panel } from '../view/panel';
import { tablePanel, wide } from './report-panels';
import type { ComparedText, Comparison } from './wire';

const SAME = 'Both read all of them alike.';

export function comparisonPanels(comparison: Comparison): Panel[] {
  const { version, with: other, perIntent, gained, lost } = comparison;
  return [
    summary(comparison),
    tablePanel('Intents that differ', SAME, perIntent, [
      { title: 'Intent', cell: ({ intent }) => intent, order: ({ intent }) => intent },
      { title: 'Examples', cell: ({ examples }) => asCount(examples), order: ({ examples }) => examples },
      { title: `F1 of ${version}`, cell: ({ f1 }) => asPercent(f1), order: ({ f1 }) => f1 },
      { title: `F1 of ${other}`, cell: ({ withF1 }) => asPercent(withF1), order: ({ withF1 }) => withF1 },
    ]),
    texts(`Only version ${version} is right`, gained, comparison),
    texts(`Only version ${other} is right`, lost, comparison),
  ];
}

function summary(comparison: Comparison): Panel {
  const { version, with: other, examples, accuracy, withAccuracy, interval, pValue, verdict } = comparison;
  const made = panel({
    title: `Version ${version} beside version ${other}`,
    figures: [
      [`Accuracy of ${version}`, asPercent(accuracy)],
      [`Accuracy of ${other}`, asPercent(withAccuracy)],
      ['Difference', asPercent(comparison.difference)],
      ['By chance (p)', asNumber(pValue)],
      [`Macro F1 of ${version}`, asPercent(comparison.macroF1)],
      [`Macro F1 of ${other}`, asPercent(comparison.withMacroF1)],
    ],
  });
  const sure =
    interval && ` The difference lies between ${asPercent(interval[0])} and ${asPercent(interval[1])} (95 %).`;
  const words = `Of ${asCount(examples)} examples that both have held out. Verdict: ${verdict}.${sure ?? ''}`;
  made.root.append(element('p', {}, words), ...intentsOnlyIn(comparison));
  return wide(made);
}

function intentsOnlyIn({ version, with: other, addedIntents, removedIntents }: Comparison): HTMLElement[] {
  const lists = [
    [version, addedIntents],
    [other, removedIntents],
  ] as const;
  return lists
    .filter(([, intents]) => intents.length > 0)
    .map(([one, intents]) => element('p', {}, `Only version ${one} knows ${intents.join(', ')}.`));
}

function texts(title: string, rows: readonly ComparedText[], { version, with: other }: Comparison): Panel {
  return tablePanel(title, 'There is no such example.', rows, [
    { title: 'Text', cell: ({ text }) => text },
    { title: 'Intent', cell: ({ intent }) => intent, isText: true },
    { title: `Version ${version}`, cell: ({ predicted }) => predicted, isText: true },
    { title: `Version ${other}`, cell: ({ withPredicted }) => withPredicted, isText: true },
  ]);
}
