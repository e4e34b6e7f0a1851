import { asCount, asMilliseconds, asNumber, asPercent, asSeconds } from '../figures';
import type { Plot } from '../view/charts';
import { panel } from '../view/panel';
import type { MessageFigures, QualityFigures, SessionFigures, UserFigures } from '../wire';
import { showPanels } from './panels';
import type { Tab, TabContext } from './tab';

const NOTHING = 'Nothing happened in this time.';

/** How much happened, and how well it went. */
export const overview: Tab = {
  id: 'overview',
  title: 'Overview',
  async show(into, context) {
    const { session, analyticsPath, signal } = context;
    const read = (name: string) => session.request(analyticsPath(name), { signal });
    const [messages, users, sessions, quality] = await Promise.all(
      ['messages', 'users', 'sessions', 'quality'].map(read),
    );
    return showPanels(into, [
      messagesPanel(messages as MessageFigures, context),
      usersPanel(users as UserFigures, context),
      sessionsPanel(sessions as SessionFigures, context),
      ...qualityPanels(quality as QualityFigures, context),
    ]);
  },
};

type Downloads = Pick<TabContext, 'download'>;

function messagesPanel(
  { total, userMessages, botMessages, agentMessages, timeline }: MessageFigures,
  { download }: Downloads,
) {
  return panel({
    title: 'Messages',
    figures: [
      ['All', asCount(total)],
      ['Of users', asCount(userMessages)],
      ['Of the chatbot', asCount(botMessages)],
      ['Of people', asCount(agentMessages)],
    ],
    plot: plotOf(total, timeline, 'stacked', asCount, [
      ['Users', (one) => one.userMessages],
      ['Chatbot', (one) => one.botMessages],
      ['People', (one) => one.agentMessages],
    ]),
    emptyText: NOTHING,
    onDownload: () => download('messages'),
  });
}

function usersPanel({ total, newUsers, returningUsers, timeline }: UserFigures, { download }: Downloads) {
  return panel({
    title: 'Users',
    figures: [
      ['All', asCount(total)],
      ['New', asCount(newUsers)],
      ['Returning', asCount(returningUsers)],
    ],
    plot: plotOf(total, timeline, 'stacked', asCount, [
      ['New', (one) => one.newUsers],
      ['Returning', (one) => one.returningUsers],
    ]),
    emptyText: NOTHING,
    onDownload: () => download('users'),
  });
}

function sessionsPanel({ total, averageDuration, averageMessages, timeline }: SessionFigures, { download }: Downloads) {
  return panel({
    title: 'Sessions',
    figures: [
      ['All', asCount(total)],
      ['Duration on average', asSeconds(averageDuration)],
      ['Messages on average', asNumber(averageMessages)],
    ],
    plot: plotOf(total, timeline, 'line', asCount, [['Sessions', (one) => one.count]]),
    emptyText: NOTHING,
    onDownload: () => download('sessions'),
  });
}

function qualityPanels({ total, timeline, ...sums }: QualityFigures, { download }: Downloads) {
  const onDownload = () => download('quality');
  const answered = (value: (one: (typeof timeline)[number]) => number | null) => (one: (typeof timeline)[number]) =>
    one.count === 0 ? null : value(one);
  return [
    panel({
      title: 'Answers',
      figures: [
        ['Confidence on average', asPercent(sums.averageConfidence)],
        ['Without knowledge', asPercent(total === 0 ? null : sums.noContextRate)],
        ['Judged well', asCount(sums.positiveRatings)],
        ['Judged badly', asCount(sums.negativeRatings)],
        ['Wanted a person', asCount(sums.escalations)],
      ],
      plot: plotOf(total, timeline, 'line', asPercent, [
        ['Confidence', answered((one) => one.averageConfidence)],
        ['Without knowledge', answered((one) => one.noContextRate)],
      ]),
      emptyText: NOTHING,
      onDownload,
    }),
    panel({
      title: 'Time to answer',
      figures: [
        ['Half within', asMilliseconds(sums.latencyP50Ms)],
        ['19 of 20 within', asMilliseconds(sums.latencyP95Ms)],
      ],
      plot: plotOf(total, timeline, 'line', asMilliseconds, [
        ['Half within', (one) => one.latencyP50Ms],
        ['19 of 20 within', (one) => one.latencyP95Ms],
      ]),
      emptyText: NOTHING,
      onDownload,
    }),
  ];
}

/** Without anything to count there is no plot. */
function plotOf<Bucket extends { date: string }>(
  total: number,
  timeline: readonly Bucket[],
  kind: Plot['kind'],
  format: Plot['format'],
  series: ReadonlyArray<readonly [title: string, value: (one: Bucket) => number | null]>,
): Plot {
  const shown = total === 0 ? [] : timeline;
  return {
    kind,
    format,
    labels: shown.map(({ date }) => date),
    series: series.map(([title, value]) => ({ title, values: shown.map(value) })),
  };
}
