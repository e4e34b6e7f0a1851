import { element, setText } from '../../dom/element';
import { asPercent } from '../figures';
import { dataTable } from '../view/data-table';
import { field, form } from '../view/form';
import { workButton } from '../view/work-button';
import type { TrainingApi } from './training-api';
import { ACTIVATIONS, type Dataset, type TrainingSession } from './wire';

const STATUSES = {
  pending: 'waits',
  in_progress: 'in progress',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

interface Shown {
  state: HTMLElement;
  bar: HTMLProgressElement;
}

export interface SessionsPanelOptions {
  api: TrainingApi;
  announce(text: string): void;
  onChange(): Promise<void>;
  onReport(sessionId: string): Promise<void>;
}

/** Trainings: begun, watched, cancelled. While one goes on only its own cells change, so that nobody loses their place. */
export class SessionsPanel {
  readonly root = element('section', { class: 'panel wide', 'aria-labelledby': 'training-sessions' });
  private readonly shown = new Map<string, Shown>();

  constructor(private readonly options: SessionsPanelOptions) {}

  show(sessions: readonly TrainingSession[], datasets: readonly Dataset[]): void {
    this.shown.clear();
    const trainable = datasets.filter(({ isActive, exampleCount }) => isActive && exampleCount > 0);
    this.root.replaceChildren(
      element('h3', { id: 'training-sessions' }, 'Trainings'),
      trainable.length > 0
        ? this.startForm(trainable)
        : element('p', { class: 'empty' }, 'To train the chatbot, a dataset with examples is needed.'),
      sessions.length > 0
        ? this.table(sessions, datasets)
        : element('p', { class: 'empty' }, 'Nothing was trained yet.'),
    );
  }

  /** How far it is now. */
  update(session: TrainingSession): void {
    const shown = this.shown.get(session.id);
    if (!shown) return;
    setText(shown.state, stateOf(session));
    shown.bar.value = session.progress;
  }

  private startForm(datasets: readonly Dataset[]): HTMLElement {
    const { api, announce, onChange } = this.options;
    const dataset = element('select', {}, ...datasets.map(({ id, name }) => element('option', { value: id }, name)));
    const activation = element(
      'select',
      {},
      ...ACTIVATIONS.map(({ id, title }) => element('option', { value: id }, title)),
    );
    const send = element('button', { type: 'submit' }, 'Start training');
    const work = async () => {
      await api.start(dataset.value, activation.value);
      await onChange();
      announce('The training was started.');
    };
    return form(
      'Start a training',
      [field('Dataset', dataset), field('The new version', activation)],
      send,
      work,
      announce,
    );
  }

  private table(sessions: readonly TrainingSession[], datasets: readonly Dataset[]): HTMLElement {
    const names = new Map(datasets.map(({ id, name }) => [id, name]));
    return dataTable({
      title: 'Trainings',
      rows: sessions,
      columns: [
        { title: 'Begun', cell: ({ createdAt }) => new Date(createdAt).toLocaleString() },
        { title: 'Dataset', cell: ({ datasetId }) => names.get(datasetId) ?? 'deleted', isText: true },
        { title: 'State', cell: (session) => this.state(session), isText: true },
        { title: 'Version', cell: ({ metrics }) => String(metrics?.modelVersion ?? '–') },
        { title: 'Accuracy', cell: ({ metrics }) => asPercent(metrics?.accuracy) },
        { title: 'Action', cell: (session) => this.action(session), isText: true },
      ],
    });
  }

  private state(session: TrainingSession): HTMLElement {
    const state = element('span', {}, stateOf(session));
    if (!isActive(session)) return state;
    const bar = element('progress', { max: 100, value: session.progress, 'aria-label': 'Progress of the training' });
    this.shown.set(session.id, { state, bar });
    return element('div', {}, state, bar);
  }

  private action(session: TrainingSession): HTMLElement | string {
    const { api, announce, onChange, onReport } = this.options;
    const cancel = async () => {
      await api.cancel(session.id);
      await onChange();
      announce('The training was cancelled.');
    };
    if (isActive(session)) return workButton('Cancel', cancel, announce);
    if (session.status !== 'completed') return '';
    const button = workButton('Report', () => onReport(session.id), announce);
    button.setAttribute('aria-label', `Report of version ${session.metrics?.modelVersion ?? ''}`);
    return button;
  }
}

export function isActive({ status }: TrainingSession): boolean {
  return status === 'pending' || status === 'in_progress';
}

function stateOf({ status, stage, progress, error }: TrainingSession): string {
  if (status === 'in_progress') return `${stage ?? 'begins'}, ${progress} %`;
  return error === null || status !== 'failed' ? STATUSES[status] : `failed: ${error}`;
}
