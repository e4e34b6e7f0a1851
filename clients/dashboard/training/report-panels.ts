/** What was measured of a version, and what to do about its examples. */
import { element } from '../../dom/element';
import { asCount, asNumber, asPercent } from '../figures';
import { type Column, dataTable } from '../view/data-table';
import { type Panel, panel } from '../view/panel';
import type { Confusion, IntentFigures, TrainingReport } from './wire';

/** A table of more is read by the API. */
const MAX_ROWS = 200;
const NOT_KEPT = 'Nothing of this was kept when this version was made. Train again to see it.';

export function reportPanels(report: TrainingReport): Panel[] {
  return [
    summary(report),
    suggestions(report),
    intents(report),
    confusions(report),
    calibration(report),
    learning(report),
    duplicates(report),
    contradictions(report),
  ];
}

function summary(report: TrainingReport): Panel {
  const { modelVersion, isActive, activation, scope, duplicates: same, contradictions: both } = report;
  const made = panel({
    title: `Report of version ${modelVersion}`,
    figures: [
      ['Accuracy (cross-validated)', asPercent(report.accuracy)],
      ['Macro F1', asPercent(report.macroF1)],
      ['Calibration error', asPercent(report.calibrationError)],
      [`Out of scope found (threshold ${asNumber(report.threshold)})`, asPercent(scope?.outOfScopeRecall)],
      ['Unknown intents found', asPercent(scope?.leftOutRecall)],
      ['Kept in scope', asPercent(scope?.keptInScope)],
      ['Intents', asCount(report.intents)],
      ['Examples', asCount(report.examples)],
      ['Out of scope', asCount(report.outOfScopeExamples)],
      ['Duplicates', asCount(same?.count)],
      ['Contradictions', asCount(both?.count)],
    ],
  });
  const state = isActive ? 'The chatbot reads by this version.' : 'The chatbot does not read by this version.';
  const { heldOutExamples } = report;
  made.root.append(element('p', {}, [state, activation?.reason].filter(Boolean).join(' ')));
  if (report.accuracy === null) {
    made.root.append(element('p', { class: 'empty' }, 'There were too few examples to hold any of them out.'));
  } else if (heldOutExamples) {
    const told = `The figures rest on ${asCount(heldOutExamples)} examples that were held out.`;
    made.root.append(element('p', { class: 'muted' }, told));
  }
  return wide(made);
}

function suggestions({ suggestions: found }: TrainingReport): Panel {
  const made = panel({ title: 'What to do' });
  const items = (found ?? []).map(({ message, texts }) => element('li', {}, message, examplesOf(texts)));
  made.root.append(
    items.length > 0
      ? element('ol', {}, ...items)
      : element('p', { class: 'empty' }, found ? 'Nothing stands out.' : NOT_KEPT),
  );
  made.root.classList.add('recommended');
  return wide(made);
}

/** The worst first. */
function intents({ perIntent }: TrainingReport): Panel {
  const worstFirst = [...perIntent].sort((one, other) => one.f1 - other.f1);
  const figure = (title: string, of: (one: IntentFigures) => number): Column<IntentFigures> => ({
    title,
    cell: (one) => asPercent(of(one)),
    order: of,
  });
  return tablePanel('Intents', 'No intent was measured.', worstFirst, [
    { title: 'Intent', cell: ({ intent }) => intent, order: ({ intent }) => intent },
    { title: 'Examples', cell: ({ examples }) => asCount(examples), order: ({ examples }) => examples },
    figure('Precision', ({ precision }) => precision),
    figure('Recall', ({ recall }) => recall),
    figure('F1', ({ f1 }) => f1),
  ]);
}

function confusions({ confusions: found }: TrainingReport): Panel {
  return tablePanel<Confusion>('Taken for one another', 'No intent was taken for another.', found, [
    { title: 'Intent', cell: ({ intent }) => intent },
    { title: 'Taken for', cell: ({ predicted }) => predicted, isText: true },
    { title: 'Times', cell: ({ count }) => asCount(count), order: ({ count }) => count },
    { title: 'Texts', cell: ({ texts = [] }) => texts.map(quoted).join(' '), isText: true },
  ]);
}

function calibration({ calibrationCurve = [] }: TrainingReport): Panel {
  return panel({
    title: 'How honest the confidence is',
    plot: {
      kind: 'line',
      format: asPercent,
      labels: calibrationCurve.map(({ from, to }) => `${asNumber(from)} to ${asNumber(to)}`),
      series: [
        { title: 'Right', values: calibrationCurve.map(({ accuracy }) => accuracy) },
        { title: 'Confidence', values: calibrationCurve.map(({ confidence }) => confidence) },
      ],
    },
    labelTitle: 'Confidence',
    emptyText: NOT_KEPT,
  });
}

function learning({ learningCurve = [] }: TrainingReport): Panel {
  return panel({
    title: 'What more examples bring',
    plot: {
      kind: 'line',
      format: asPercent,
      labels: learningCurve.map(({ examples }) => asCount(examples)),
      series: [{ title: 'Accuracy of the linear part', values: learningCurve.map(({ accuracy }) => accuracy) }],
    },
    labelTitle: 'Examples',
    emptyText: 'It was not measured: there are too few examples, or the version was made before it was.',
  });
}

function duplicates({ duplicates: found }: TrainingReport): Panel {
  const empty = found?.count === 0 ? 'No example stands twice in an intent.' : NOT_KEPT;
  return tablePanel('Duplicates', empty, found?.groups ?? [], [
    { title: 'Text', cell: ({ text }) => text },
    { title: 'Intent', cell: ({ intent }) => intent, isText: true },
    { title: 'Examples', cell: ({ count }) => asCount(count), order: ({ count }) => count },
  ]);
}

function contradictions({ contradictions: found }: TrainingReport): Panel {
  const empty = found?.count === 0 ? 'No text stands in two intents.' : NOT_KEPT;
  return tablePanel('Contradictions', empty, found?.groups ?? [], [
    { title: 'Text', cell: ({ text }) => text },
    {
      title: 'Intents',
      cell: ({ intents: of }) => of.map(({ intent, count }) => `${intent} (${asCount(count)})`).join(', '),
      isText: true,
    },
  ]);
}

/** A panel with a table, over the whole width. */
export function tablePanel<Row>(
  title: string,
  emptyText: string,
  rows: readonly Row[],
  columns: ReadonlyArray<Column<Row>>,
): Panel {
  const made = panel({ title });
  made.root.append(
    rows.length > 0
      ? dataTable({ title, rows: rows.slice(0, MAX_ROWS), columns })
      : element('p', { class: 'empty' }, emptyText),
  );
  return wide(made);
}

export function wide(made: Panel): Panel {
  made.root.classList.add('wide');
  return made;
}

function examplesOf(texts: readonly string[]): HTMLElement | undefined {
  if (texts.length === 0) return undefined;
  return element('p', { class: 'muted' }, texts.map(quoted).join(' '));
}

function quoted(text: string): string {
  return `“${text}”`;
}
