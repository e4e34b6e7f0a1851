/** When, in which languages and through what users write. */
import { detectLanguage } from '#domain/language';
import type { BusyHour } from '../insights.queries';
import type { Insight } from '../insights.types';
import type { SampledTurn } from '../turn-sample.service';
import { counted, finding, tally } from './finding';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** In all 168; what is left are hours in which next to nobody writes. */
const SHOWN_HOURS = 24;
/** Turns, the latest; telling a language takes some 20 microseconds. */
const READ_FOR_LANGUAGE = 1_000;
/** A text of less does not tell its language. */
const unknownLanguage = 'simple';
/** ISO 639-2: undetermined. */
const undetermined = 'und';

export function busyHoursInsight(hours: readonly BusyHour[], timeZone: string): Insight {
  const total = hours.reduce((sum, { messages }) => sum + messages, 0);
  const byHour = new Map<number, number>();
  for (const { hour, messages } of hours) byHour.set(hour, (byHour.get(hour) ?? 0) + messages);
  const [busiest] = [...byHour].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return finding({
    id: 'busiest-hours',
    title: 'Busiest hours',
    text: busiest === undefined ? 'Nobody wrote in this period.' : hoursText(busiest, total, hours[0], timeZone),
    current: total,
    items: hours.slice(0, SHOWN_HOURS).map((hour) => ({ ...hour, share: hour.messages / total })),
  });
}

function hoursText([hour, messages]: [number, number], total: number, first: BusyHour | undefined, timeZone: string) {
  const share = Math.round((100 * messages) / total);
  const most =
    first === undefined ? '' : ` The busiest of the week is ${weekdays[first.weekday - 1]}, ${clock(first.hour)}.`;
  return `Most is written from ${clock(hour)} to ${clock((hour + 1) % 24)} (${timeZone}), ${share} % of all messages.${most}`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

export function languagesInsight(all: readonly SampledTurn[]): Insight {
  const turns = all.slice(0, READ_FOR_LANGUAGE);
  const languages = tally(turns, ({ text }) => {
    const language = detectLanguage(text);
    return language === unknownLanguage ? undetermined : language;
  });
  const known = languages.filter(([language]) => language !== undetermined);
  return finding({
    id: 'languages',
    title: 'Languages of users',
    text: languagesText(known, turns.length),
    current: known.length,
    items: languages.map(([language, messages]) => ({ language, messages, share: messages / turns.length })),
  });
}

function languagesText(known: readonly (readonly [string, number])[], total: number): string {
  if (total === 0) return 'Nobody wrote in this period.';
  const [first] = known;
  if (first === undefined) return 'The messages are too short to tell their language.';
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(first[0]) ?? first[0];
  const languages = known.length === 1 ? 'one language' : `${known.length} languages`;
  return `Users write in ${languages}, most in ${name}. Short messages do not tell.`;
}

export function channelsInsight(turns: readonly SampledTurn[]): Insight {
  const channels = tally(turns, ({ channel }) => channel);
  const [first] = channels;
  return finding({
    id: 'channels',
    title: 'Channels',
    text:
      first === undefined
        ? 'Nobody wrote in this period.'
        : `${counted(first[1], 'message')} of ${turns.length.toLocaleString('en-US')} came through "${first[0]}".`,
    current: channels.length,
    items: channels.map(([channel, messages]) => ({ channel, messages, share: messages / turns.length })),
  });
}
