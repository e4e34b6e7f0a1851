import { asCount, asPercent } from '../figures';
import { panel } from '../view/panel';
import type { IntentFigures } from '../wire';
import { showPanels } from './panels';
import type { Tab } from './tab';

/** A ranking of more is read in the file. */
const MAX_INTENTS = 25;
const PERCENT = 100;

export const intents: Tab = {
  id: 'intents',
  title: 'Intents',
  async show(into, { session, analyticsPath, download, signal }) {
    const figures = (await session.request(analyticsPath('intents'), { signal })) as IntentFigures;
    const shown = figures.intents.slice(0, MAX_INTENTS);
    return showPanels(into, [
      panel({
        title: 'What people want',
        figures: [
          ['Messages with an intent', asCount(figures.total)],
          ['None of the intents', asCount(figures.outOfScope)],
          ['Intents', asCount(figures.intents.length)],
          ...shown.slice(0, 1).map((one) => ['Of the first', asPercent(one.percentage / PERCENT)] as const),
        ],
        plot: {
          kind: 'ranking',
          labels: shown.map(({ intent }) => intent),
          series: [{ title: 'Messages', values: shown.map(({ count }) => count) }],
          format: asCount,
        },
        labelTitle: 'Intent',
        emptyText: 'No message of this time has an intent. Train the chatbot with examples to see them here.',
        onDownload: () => download('intents'),
      }),
    ]);
  },
};
