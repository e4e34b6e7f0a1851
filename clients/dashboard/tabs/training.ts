import { ApiProblem } from '../session';
import { DatasetsPanel } from '../training/datasets-panel';
import { ModelsPanel } from '../training/models-panel';
import { ReportView } from '../training/report-view';
import { isActive, SessionsPanel } from '../training/sessions-panel';
import { TrainingApi } from '../training/training-api';
import type { ModelVersion, TrainingSession } from '../training/wire';
import type { Tab, TabContext } from './tab';

/** How often a training that goes on is asked after. */
const LOOK_EVERY_MS = 2_000;

export const training: Tab = {
  id: 'training',
  title: 'Training',
  async show(into, context) {
    const view = new TrainingView(context);
    into.replaceChildren(...view.parts);
    await view.refresh();
    return () => view.takeAway();
  },
};

class TrainingView {
  private readonly api: TrainingApi;
  private readonly datasets: DatasetsPanel;
  private readonly sessions: SessionsPanel;
  private readonly models: ModelsPanel;
  private readonly report: ReportView;
  private known: readonly ModelVersion[] = [];
  /** The version that was active when the report was shown. */
  private active: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly context: TabContext) {
    const { session, chatbotId, signal, announce } = context;
    this.api = new TrainingApi(session, chatbotId, signal);
    const onChange = () => this.refresh();
    const onReport = (sessionId: string) => this.openReport(sessionId);
    const options = { api: this.api, announce, onChange, onReport };
    this.datasets = new DatasetsPanel(this.api, announce, onChange);
    this.sessions = new SessionsPanel(options);
    this.models = new ModelsPanel(options);
    this.report = new ReportView(this.api, announce);
  }

  get parts(): HTMLElement[] {
    return [this.datasets, this.sessions, this.models, this.report].map(({ root }) => root);
  }

  async refresh(): Promise<void> {
    const [datasets, sessions, models] = await Promise.all([
      this.api.datasets(),
      this.api.sessions(),
      this.api.models(),
    ]);
    if (this.context.signal.aborted) return;
    this.known = models;
    this.datasets.show(datasets);
    this.sessions.show(sessions, datasets);
    this.models.show(models);
    this.watch(sessions.filter(isActive));
    await this.showReport(models);
  }

  /** Of the newest version unless one was chosen; again when another version has become active. */
  private async showReport(models: readonly ModelVersion[]): Promise<void> {
    const active = models.find((model) => model.isActive)?.version;
    const { sessionId = newestOf(models)?.sessionId } = this.report;
    const isShown = this.report.sessionId !== undefined && active === this.active;
    this.active = active;
    if (sessionId === undefined || isShown) return;
    try {
      await this.report.show(sessionId, models);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      this.context.announce(error.message);
    }
  }

  takeAway(): void {
    clearTimeout(this.timer);
    this.report.clear();
  }

  private async openReport(sessionId: string): Promise<void> {
    await this.report.show(sessionId, this.known);
    this.report.root.scrollIntoView();
  }

  private watch(active: readonly TrainingSession[]): void {
    clearTimeout(this.timer);
    if (active.length === 0 || this.context.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.look(active).catch((error: Error) => {
        if (!this.context.signal.aborted) this.context.announce(error.message);
      });
    }, LOOK_EVERY_MS);
  }

  private async look(active: readonly TrainingSession[]): Promise<void> {
    const now = await Promise.all(active.map(({ id }) => this.api.trainingSession(id)));
    const ended = now.filter((session) => !isActive(session));
    if (ended.length === 0) {
      for (const session of now) this.sessions.update(session);
      this.watch(now);
      return;
    }
    await this.refresh();
    for (const session of ended) await this.tellEnd(session);
  }

  private async tellEnd({ id, status, metrics, error }: TrainingSession): Promise<void> {
    if (status === 'completed') await this.report.show(id, this.known);
    const version = metrics?.modelVersion;
    const words = status === 'completed' ? `The training made version ${version}.` : (error ?? 'The training ended.');
    this.context.announce(words);
  }
}

function newestOf(models: readonly ModelVersion[]): ModelVersion | undefined {
  return [...models].sort((one, other) => other.version - one.version)[0];
}
