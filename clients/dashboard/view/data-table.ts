/** Rows with headings, which a press on a heading puts in order. */
import { element, setAttribute } from '../../dom/element';

export interface Column<Row> {
  title: string;
  /** What stands in the cell; the first column names the row. */
  cell: (row: Row) => string | Node;
  /** What the rows are put in order by; a column without one cannot be chosen for it. */
  order?: (row: Row) => string | number | null;
  isText?: boolean;
}

export interface TableContent<Row> {
  /** Of the panel that it stands in. */
  title: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
}

export function dataTable<Row>({ title, columns, rows }: TableContent<Row>): HTMLElement {
  const body = element('tbody');
  const show = (shown: readonly Row[]) => body.replaceChildren(...shown.map((row) => rowOf(row, columns)));
  const heads = columns.map(({ title: name, order, isText }, at) => {
    const head = element('th', { scope: 'col', class: isText || at === 0 ? 'text' : undefined });
    if (!order) head.append(name);
    else head.append(element('button', { type: 'button', class: 'sort', onclick: () => sortBy(head, order) }, name));
    return head;
  });
  const sortBy = (head: HTMLElement, order: (row: Row) => string | number | null) => {
    const isAscending = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of heads) setAttribute(other, 'aria-sort', undefined);
    setAttribute(head, 'aria-sort', isAscending ? 'ascending' : 'descending');
    const sorted = [...rows].sort((one, other) => compared(order(one), order(other)));
    show(isAscending ? sorted : sorted.reverse());
  };
  show(rows);
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body);
  // Who has no mouse scrolls it with the keyboard.
  return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': `${title}, the table` }, table);
}

function rowOf<Row>(row: Row, columns: ReadonlyArray<Column<Row>>): HTMLElement {
  const cells = columns.map(({ cell, isText }, at) => {
    const said = cell(row);
    return at === 0
      ? element('th', { scope: 'row', class: 'text' }, said)
      : element('td', { class: isText ? 'text' : undefined }, said);
  });
  return element('tr', {}, ...cells);
}

/** What there is no figure of stands first. */
function compared(one: string | number | null, other: string | number | null): number {
  if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other);
  return Number(one ?? -1) - Number(other ?? -1);
}
