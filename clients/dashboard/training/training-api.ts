/** The requests of the view. */
import type { Session } from '../session';
import type { Comparison, Dataset, ImportedFile, ModelVersion, TrainingReport, TrainingSession } from './wire';

/** One page; more is read by the API. */
const MAX_DATASETS = 100;
const MAX_SESSIONS = 10;

export class TrainingApi {
  constructor(
    private readonly session: Session,
    private readonly chatbotId: string,
    private readonly signal: AbortSignal,
  ) {}

  datasets(): Promise<Dataset[]> {
    return this.get(`${this.path}/datasets?limit=${MAX_DATASETS}`);
  }

  sessions(): Promise<TrainingSession[]> {
    return this.get(`${this.path}/sessions?limit=${MAX_SESSIONS}`);
  }

  models(): Promise<ModelVersion[]> {
    return this.get(`${this.path}/models`);
  }

  trainingSession(id: string): Promise<TrainingSession> {
    return this.get(`/training/sessions/${id}`);
  }

  report(sessionId: string): Promise<TrainingReport> {
    return this.get(`/training/sessions/${sessionId}/report`);
  }

  comparison(version: number, other: number): Promise<Comparison> {
    return this.get(`${this.path}/models/${version}/comparison?with=${other}`);
  }

  createDataset(name: string): Promise<Dataset> {
    return this.send('POST', `${this.path}/datasets`, { name });
  }

  importFile(datasetId: string, file: File, mode: string): Promise<ImportedFile> {
    const body = new FormData();
    body.append('mode', mode);
    body.append('file', file, file.name);
    const init = { method: 'POST', body, signal: this.signal };
    return this.session.request(`/training/datasets/${datasetId}/import`, init) as Promise<ImportedFile>;
  }

  exportFile(datasetId: string, format: string): Promise<string> {
    return this.session.text(`/training/datasets/${datasetId}/export?format=${format}`);
  }

  start(datasetId: string, activation: string): Promise<TrainingSession> {
    return this.send('POST', `${this.path}/sessions`, { datasetId, config: { activation } });
  }

  async cancel(sessionId: string): Promise<void> {
    await this.send('DELETE', `/training/sessions/${sessionId}`);
  }

  async activate(version: number): Promise<void> {
    await this.send('POST', `${this.path}/models/${version}/activate`, {});
  }

  private get path(): string {
    return `/chatbots/${this.chatbotId}/training`;
  }

  private get<Answer>(path: string): Promise<Answer> {
    return this.session.request(path, { signal: this.signal }) as Promise<Answer>;
  }

  private send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.session.request(path, { method, ...content, signal: this.signal }) as Promise<Answer>;
  }
}
