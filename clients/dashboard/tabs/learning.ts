import { element } from '../../dom/element';
import { asCount, asPercent } from '../figures';
import { workButton } from '../view/work-button';
import type { LearningItem, LearningPreview } from '../wire';
import type { Tab, TabContext } from './tab';

/** One page; those that were decided make room for others. */
const MAX_ITEMS = 50;
const MAX_CHANGES = 20;

const TYPES: Record<string, string> = {
  query_response: 'An answer',
  fallback_response: 'A question without an answer',
  intent_pattern: 'An intent',
  entity_pattern: 'An entity',
};

export const learning: Tab = {
  id: 'learning',
  title: 'Learning',
  async show(into, context) {
    await new LearningView(into, context).refresh();
    return () => undefined;
  },
};

class LearningView {
  constructor(
    private readonly into: HTMLElement,
    private readonly context: TabContext,
  ) {}

  async refresh(): Promise<void> {
    const { session, signal } = this.context;
    const read = (status: string) =>
      session.request(`${this.path}?status=${status}&limit=${MAX_ITEMS}`, { signal }) as Promise<LearningItem[]>;
    const [pending, approved] = await Promise.all([read('pending'), read('approved')]);
    const waiting = approved.filter(({ appliedAt }) => appliedAt === null);
    this.into.replaceChildren(this.controls(waiting.length), ...pending.map((item) => this.card(item)));
    if (pending.length === 0) this.into.append(element('p', { class: 'empty' }, 'Nothing waits to be decided.'));
  }

  private get path(): string {
    return `/chatbots/${this.context.chatbotId}/learning`;
  }

  private controls(waiting: number): HTMLElement {
    const text =
      waiting === 1 ? '1 approved item is not applied yet.' : `${asCount(waiting)} approved items are not applied yet.`;
    return element(
      'section',
      { class: 'panel wide' },
      element('p', {}, text),
      element(
        'div',
        { class: 'actions' },
        this.button('Look for more', () => this.act(`${this.path}/generate`, 'POST')),
        waiting > 0 && this.button('What would change?', () => this.preview()),
        waiting > 0 && this.button('Apply', () => this.act(`${this.path}/apply`, 'POST'), 'primary'),
      ),
    );
  }

  private card(item: LearningItem): HTMLElement {
    const { id, type, data } = item;
    const response = element('textarea', { rows: 3, 'aria-label': 'Answer' });
    response.value = data.response ?? '';
    const needsAnswer = type === 'query_response' || type === 'fallback_response';
    const decide = (status: string) => () => this.decide(item, status, needsAnswer ? response.value : undefined);
    return element(
      'section',
      { class: 'panel', 'data-id': id },
      element('h3', {}, TYPES[type] ?? type),
      element('blockquote', {}, wordsOf(item)),
      data.count !== undefined && element('p', { class: 'muted' }, `Seen ${asCount(data.count)} times.`),
      needsAnswer && response,
      element(
        'div',
        { class: 'actions' },
        this.button('Approve', decide('approved'), 'primary'),
        this.button('Reject', decide('rejected')),
      ),
    );
  }

  private async decide({ id, data }: LearningItem, status: string, response?: string): Promise<void> {
    const words = response?.trim();
    if (status === 'approved' && words && words !== data.response)
      await this.send(`/learning/${id}`, 'PUT', { response: words });
    await this.act(`/learning/${id}/status`, 'PUT', { status });
  }

  private async preview(): Promise<void> {
    const { changes, questions } = (await this.send(`${this.path}/preview`, 'POST', {})) as LearningPreview;
    const tried = `Of ${asCount(questions)} past questions ${asCount(changes.length)} would be answered otherwise.`;
    const shown = changes
      .slice(0, MAX_CHANGES)
      .map(({ query, before, after }) =>
        element(
          'li',
          {},
          element('strong', {}, query),
          element('blockquote', {}, `Now (${asPercent(before.confidence)}): ${before.text}`),
          element('blockquote', {}, `Then (${asPercent(after.confidence)}): ${after.text}`),
        ),
      );
    const panel = element('section', { class: 'panel wide' }, element('p', {}, tried), element('ul', {}, ...shown));
    this.into.firstElementChild?.after(panel);
    this.context.announce(tried);
  }

  private async act(path: string, method: string, body?: object): Promise<void> {
    await this.send(path, method, body);
    await this.refresh();
    this.context.announce('Done.');
  }

  private send(path: string, method: string, body: object = {}): Promise<unknown> {
    const { session, signal } = this.context;
    const headers = { 'content-type': 'application/json' };
    return session.request(path, { method, headers, body: JSON.stringify(body), signal });
  }

  private button(text: string, work: () => Promise<void>, look?: 'primary'): HTMLElement {
    return workButton(text, work, this.context.announce, look);
  }
}

function wordsOf({ data }: LearningItem): string {
  const entity = data.entity && `${data.entity.type}: ${data.entity.value}`;
  return (
    [data.query ?? data.pattern, data.intent, entity].filter(Boolean).join(' – ') || (data.examples ?? []).join(' / ')
  );
}
