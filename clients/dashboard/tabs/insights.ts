import { element } from '../../dom/element';
import { asCount, asPercent } from '../figures';
import { actionForm } from '../view/action-form';
import type { Insight, Insights, Recommendation } from '../wire';
import type { Tab, TabContext } from './tab';

/** Of one finding; the API has them all. */
const MAX_ITEMS = 10;
const PERIOD_OF_RANGE: Record<string, string> = { '7d': 'weekly', '30d': 'monthly' };

export const insights: Tab = {
  id: 'insights',
  title: 'Insights',
  async show(into, context) {
    const { session, chatbotId, filter, signal } = context;
    const period = PERIOD_OF_RANGE[filter.range] ?? 'all';
    const query = new URLSearchParams({ period, timezone: filter.timezone });
    const found = (await session.request(`/chatbots/${chatbotId}/insights?${query}`, { signal })) as Insights;
    into.replaceChildren(
      ...found.recommendations.map((one) => recommendation(context, one)),
      ...[...found.performanceInsights, ...found.userInsights, ...found.contentInsights].map(insight),
    );
    if (into.childElementCount === 0) into.append(element('p', { class: 'empty' }, 'Nothing stands out yet.'));
    return () => undefined;
  },
};

function recommendation({ session }: TabContext, { title, text, turns, action }: Recommendation): HTMLElement {
  return element(
    'section',
    { class: 'panel recommended' },
    element('h3', {}, title),
    element('p', {}, text),
    turns > 0 && element('p', { class: 'muted' }, `It would mend ${asCount(turns)} turns.`),
    actionForm(session, action) ?? false,
  );
}

function insight({ id, title, text, kind, verdict, isSignificant, items }: Insight): HTMLElement {
  const isCertain = kind === 'finding' || isSignificant;
  const shown = items.slice(0, MAX_ITEMS).map((item) => element('li', {}, (WORDS[id] ?? anyWords)(item)));
  return element(
    'section',
    { class: verdict === 'worse' ? 'panel worse' : 'panel' },
    element('h3', {}, title),
    element('p', { class: isCertain ? undefined : 'muted' }, text),
    shown.length > 0 && element('ul', {}, ...shown),
  );
}

type Item = Insight['items'][number];

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What the items of a finding say, by its id. */
const WORDS: Record<string, (item: Item) => string> = {
  'unanswered-questions': ({ question, count }) => `${question} (${figure(count)})`,
  'badly-rated-answers': ({ query, answer }) => `${query} – ${answer}`,
  'busiest-hours': ({ weekday, hour, messages }) =>
    `${WEEKDAYS[Number(weekday)]}, ${hour}:00 (${figure(messages)} messages)`,
  languages: ({ language, share }) => `${language} (${asPercent(Number(share))})`,
  channels: ({ channel, share }) => `${channel} (${asPercent(Number(share))})`,
  'unused-documents': ({ title, ageDays }) => `${title} (${figure(ageDays)} days old)`,
  'overused-documents': ({ title, share }) => `${title} (in ${asPercent(Number(share))} of the replies)`,
  'unsure-intents': ({ intent, unsure, turns }) => `${intent} (${figure(unsure)} of ${figure(turns)} turns)`,
  'confused-intents': ({ intent, predicted, count }) => `${intent} taken for ${predicted} (${figure(count)})`,
};

function figure(value: unknown): string {
  return asCount(typeof value === 'number' ? value : null);
}

/** Of findings that are newer than this page. */
function anyWords(item: Item): string {
  return String(item.title ?? item.text ?? item.id ?? JSON.stringify(item));
}
