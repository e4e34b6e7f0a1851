import { element } from '../../dom/element';
import { showPanels } from '../tabs/panels';
import { field, form } from '../view/form';
import { comparisonPanels } from './comparison-panels';
import { reportPanels } from './report-panels';
import type { TrainingApi } from './training-api';
import type { ModelVersion, TrainingReport } from './wire';

/** The report of one session, and its version beside another one. */
export class ReportView {
  readonly root = element('div', { class: 'report' });
  private takeAwayReport: () => void = () => undefined;
  private takeAwayComparison: () => void = () => undefined;
  private shown: string | undefined;

  constructor(
    private readonly api: TrainingApi,
    private readonly announce: (text: string) => void,
  ) {}

  /** Of this one the report is shown. */
  get sessionId(): string | undefined {
    return this.shown;
  }

  async show(sessionId: string, models: readonly ModelVersion[]): Promise<void> {
    const report = await this.api.report(sessionId);
    this.clear();
    this.shown = sessionId;
    const figures = element('div', { class: 'report' });
    const compared = element('div', { class: 'report' });
    this.root.append(figures, ...this.comparing(report, models, compared), compared);
    this.takeAwayReport = showPanels(figures, reportPanels(report));
  }

  clear(): void {
    this.takeAwayReport();
    this.takeAwayComparison();
    this.takeAwayReport = () => undefined;
    this.takeAwayComparison = () => undefined;
    this.root.replaceChildren();
  }

  private comparing({ modelVersion }: TrainingReport, models: readonly ModelVersion[], into: HTMLElement) {
    const others = models.filter(({ version }) => version !== modelVersion);
    if (others.length === 0) return [];
    const other = element(
      'select',
      {},
      ...others.map(({ version, isActive }) =>
        element('option', { value: version }, isActive ? `${version} (active)` : String(version)),
      ),
    );
    const work = async () => {
      const comparison = await this.api.comparison(modelVersion, Number(other.value));
      this.takeAwayComparison();
      this.takeAwayComparison = showPanels(into, comparisonPanels(comparison));
    };
    const send = element('button', { type: 'submit' }, 'Compare');
    const title = `Compare version ${modelVersion}`;
    return [
      element(
        'section',
        { class: 'panel wide', 'aria-label': title },
        form(title, [field(`Version ${modelVersion} beside version`, other)], send, work, this.announce),
      ),
    ];
  }
}
