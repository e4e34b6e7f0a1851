import { element } from '../../dom/element';
import { asCount, asPercent } from '../figures';
import { dataTable } from '../view/data-table';
import { workButton } from '../view/work-button';
import type { SessionsPanelOptions } from './sessions-panel';
import type { ModelVersion } from './wire';

/** The versions of the model: which one reads what people mean, and the way back to another. */
export class ModelsPanel {
  readonly root = element('section', { class: 'panel wide', 'aria-labelledby': 'training-models' });

  constructor(private readonly options: SessionsPanelOptions) {}

  show(models: readonly ModelVersion[]): void {
    this.root.replaceChildren(
      element('h3', { id: 'training-models' }, 'Versions'),
      models.length > 0 ? this.table(models) : element('p', { class: 'empty' }, 'There is no trained version yet.'),
    );
  }

  private table(models: readonly ModelVersion[]): HTMLElement {
    return dataTable({
      title: 'Versions',
      rows: models,
      columns: [
        { title: 'Version', cell: ({ version }) => String(version), order: ({ version }) => version },
        { title: 'Made', cell: ({ createdAt }) => new Date(createdAt).toLocaleString(), isText: true },
        { title: 'Examples', cell: ({ metrics }) => asCount(metrics.examples) },
        {
          title: 'Accuracy',
          cell: ({ metrics }) => asPercent(metrics.accuracy),
          order: ({ metrics }) => metrics.accuracy ?? null,
        },
        {
          title: 'Macro F1',
          cell: ({ metrics }) => asPercent(metrics.macroF1),
          order: ({ metrics }) => metrics.macroF1 ?? null,
        },
        { title: 'Use', cell: (model) => this.use(model), isText: true },
      ],
    });
  }

  private use({ version, isActive }: ModelVersion): HTMLElement | string {
    if (isActive) return 'active';
    const { api, announce, onChange } = this.options;
    const activate = async () => {
      await api.activate(version);
      await onChange();
      announce(`Version ${version} is active.`);
    };
    const button = workButton('Activate', activate, announce);
    button.setAttribute('aria-label', `Activate version ${version}`);
    return button;
  }
}
