import { element } from '../../dom/element';
import { type Filter, PERIODS, RANGES } from '../filter';
import type { Chatbot } from '../wire';

type Change = (patch: Partial<Filter>) => void;
type Option = readonly [value: string, title: string];

/** What is shown can be chosen here. A change is told at once. */
export function filterBar(filter: Filter, chatbots: readonly Chatbot[], change: Change): HTMLElement {
  const steps: Option[] = [['', 'Fitting'], ...PERIODS.map((period) => [period, capital(period)] as const)];
  return element(
    'div',
    { class: 'filter', role: 'group', 'aria-label': 'What is shown' },
    choice(
      'Chatbot',
      chatbots.map(({ id, name }) => [id, name]),
      filter.chatbotId,
      (chatbotId) => change({ chatbotId }),
    ),
    choice(
      'Time',
      RANGES.map(({ id, title }) => [id, title]),
      filter.range,
      (range) => change({ range: range as Filter['range'] }),
    ),
    filter.range === 'custom' && day('From', filter.from, (from) => change({ from })),
    filter.range === 'custom' && day('To', filter.to, (to) => change({ to })),
    choice('Steps', steps, filter.period ?? '', (period) =>
      change({ period: (period || undefined) as Filter['period'] }),
    ),
    choice('Time zone', zones(filter.timezone), filter.timezone, (timezone) => change({ timezone })),
  );
}

function choice(title: string, options: readonly Option[], chosen: string | undefined, tell: (value: string) => void) {
  const select = element(
    'select',
    {},
    ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)),
  );
  select.addEventListener('change', () => tell(select.value));
  return field(title, select);
}

function day(title: string, value: string, tell: (value: string) => void) {
  const input = element('input', { type: 'date', value });
  input.addEventListener('change', () => input.value && tell(input.value));
  return field(title, input);
}

function field(title: string, input: HTMLElement): HTMLElement {
  input.id = `filter-${title.toLowerCase().replace(/\W+/g, '-')}`;
  return element('div', {}, element('label', { for: input.id }, title), input);
}

function zones(own: string): Option[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['UTC', own, ...known])].map((zone) => [zone, zone]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
