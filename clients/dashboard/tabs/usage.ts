import { asCount, asUsd } from '../figures';
import { panel } from '../view/panel';
import type { UsageFigures } from '../wire';
import { showPanels } from './panels';
import type { Tab } from './tab';

/** What the models have read and written, and what it costs. */
export const usage: Tab = {
  id: 'usage',
  title: 'Cost',
  async show(into, { session, analyticsPath, download, signal }) {
    const figures = (await session.request(analyticsPath('usage'), { signal })) as UsageFigures;
    const { models } = figures;
    const timeline = figures.total === 0 ? [] : figures.timeline;
    const labels = timeline.map(({ date }) => date);
    const onDownload = () => download('usage');
    const emptyText = 'No model has spoken in this time.';
    return showPanels(into, [
      panel({
        title: 'Tokens',
        figures: [
          ['Read', asCount(figures.inputTokens)],
          ['Written', asCount(figures.outputTokens)],
        ],
        plot: {
          kind: 'stacked',
          labels,
          format: asCount,
          series: [
            { title: 'Read', values: timeline.map(({ inputTokens }) => inputTokens) },
            { title: 'Written', values: timeline.map(({ outputTokens }) => outputTokens) },
          ],
        },
        emptyText,
        onDownload,
      }),
      panel({
        title: 'Cost',
        figures: [
          ['All', asUsd(figures.costUsd)],
          ['Replies without a price', asCount(figures.unpricedReplies)],
        ],
        plot: {
          kind: 'line',
          labels,
          format: asUsd,
          series: [{ title: 'US dollars', values: timeline.map(({ costUsd }) => costUsd) }],
        },
        emptyText,
      }),
      panel({
        title: 'Models',
        plot: {
          kind: 'ranking',
          labels: models.map(({ model }) => model),
          format: asCount,
          series: [{ title: 'Replies', values: models.map(({ replies }) => replies) }],
        },
        labelTitle: 'Model',
        emptyText,
      }),
    ]);
  },
};
