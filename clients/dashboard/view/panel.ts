/** A part of a view: a title, figures, a plot, the same as a table, and a file of it. */
import { element } from '../../dom/element';
import { draw, type Plot } from './charts';

export interface PanelContent {
  title: string;
  /** Name and figure. */
  figures?: ReadonlyArray<readonly [string, string]>;
  plot?: Plot;
  /** What the labels of the plot are. */
  labelTitle?: string;
  /** Said in place of a plot that has nothing to show. */
  emptyText?: string;
  onDownload?: () => void;
}

/** Plots are drawn when their panel is in the page, and are to be taken away with it. */
export interface Panel {
  root: HTMLElement;
  drawn(): () => void;
}

let count = 0;

export function panel({ title, figures = [], plot, labelTitle = 'Date', emptyText, onDownload }: PanelContent): Panel {
  count += 1;
  const titleId = `panel-${count}`;
  const hasPlot = plot !== undefined && plot.labels.length > 0;
  const canvas = element('canvas', { role: 'img', 'aria-label': `${title}, plotted. The table below says the same.` });
  const root = element(
    'section',
    { class: 'panel', 'aria-labelledby': titleId },
    element('h3', { id: titleId }, title),
    figures.length > 0 && element('dl', { class: 'figures' }, ...figures.map(figure)),
    hasPlot && element('div', { class: 'plot' }, canvas),
    !hasPlot && emptyText !== undefined && element('p', { class: 'empty' }, emptyText),
    hasPlot && element('details', {}, element('summary', {}, 'As a table'), table(plot, labelTitle)),
    onDownload && element('button', { type: 'button', class: 'quiet', onclick: onDownload }, 'Download as CSV'),
  );
  return { root, drawn: () => (hasPlot ? draw(canvas, plot) : () => undefined) };
}

function figure([name, value]: readonly [string, string]): HTMLElement {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}

function table({ labels, series, format }: Plot, labelTitle: string): HTMLElement {
  const head = element(
    'tr',
    {},
    ...[labelTitle, ...series.map(({ title }) => title)].map((text) => heading('col', text)),
  );
  const rows = labels.map((label, row) =>
    element(
      'tr',
      {},
      heading('row', label),
      ...series.map(({ values }) => element('td', {}, format(values[row] ?? null))),
    ),
  );
  // Who has no mouse scrolls it with the keyboard.
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Table' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
  );
}

function heading(scope: 'col' | 'row', text: string): HTMLElement {
  return element('th', { scope }, text);
}
