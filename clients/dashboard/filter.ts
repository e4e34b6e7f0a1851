/** What the dashboard shows: of which chatbot, of which time, in which steps. It stands in the address, so a view can be linked to. */
export const RANGES = [
  { id: '7d', title: 'Last 7 days', days: 7 },
  { id: '30d', title: 'Last 30 days', days: 30 },
  { id: '90d', title: 'Last 90 days', days: 90 },
  { id: '365d', title: 'Last 12 months', days: 365 },
  { id: 'custom', title: 'From ... to ...', days: undefined },
] as const;
export const PERIODS = ['daily', 'weekly', 'monthly'] as const;
export type Period = (typeof PERIODS)[number];

export interface Filter {
  tab: string;
  /** Undefined until one was chosen. */
  chatbotId: string | undefined;
  range: (typeof RANGES)[number]['id'];
  /** `YYYY-MM-DD`, both inclusive; of the range `custom`. */
  from: string;
  to: string;
  /** Undefined: by the length of the range. */
  period: Period | undefined;
  /** IANA name. */
  timezone: string;
}

const DAY_MS = 86_400_000;
/** More points than that are no line any more. */
const MAX_DAILY = 62;
const MAX_WEEKLY = 400;

export function filterOf(hash: string, timezone: string, today: Date): Filter {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const range = RANGES.find(({ id }) => id === given.get('range'))?.id ?? '30d';
  const to = dayOr(given.get('to'), dayOf(today, timezone));
  return {
    tab: given.get('tab') ?? 'overview',
    chatbotId: given.get('chatbot') ?? undefined,
    range,
    from: dayOr(given.get('from'), daysBefore(to, 29)),
    to,
    period: PERIODS.find((period) => period === given.get('period')),
    timezone: given.get('timezone') ?? timezone,
  };
}

export function hashOf(filter: Filter): string {
  const { tab, chatbotId, range, from, to, period, timezone } = filter;
  const days = range === 'custom' ? { from, to } : {};
  const said = { tab, chatbot: chatbotId, range, ...days, period, timezone };
  return `#${new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => !!entry[1]))}`;
}

export interface Span {
  startDate: string;
  endDate: string;
  period: Period;
}

/** The days that the filter means today. */
export function spanOf(filter: Filter, today: Date): Span {
  const { days } = RANGES.find(({ id }) => id === filter.range) ?? {};
  const endDate = days === undefined ? filter.to : dayOf(today, filter.timezone);
  const startDate = days === undefined ? filter.from : daysBefore(endDate, days - 1);
  return { startDate, endDate, period: filter.period ?? fitting(startDate, endDate) };
}

function fitting(from: string, to: string): Period {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days <= MAX_DAILY) return 'daily';
  return days <= MAX_WEEKLY ? 'weekly' : 'monthly';
}

/** The day that it is there. A zone that the browser does not know is UTC. */
function dayOf(at: Date, timezone: string): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { ...options, timeZone: timezone }).format(at);
  } catch {
    return at.toISOString().slice(0, 10);
  }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

function dayOr(text: string | null, otherwise: string): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : otherwise;
}
