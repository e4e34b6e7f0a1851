import { AppError } from '#kernel';
import type { IntegrationInput } from '../integrations.types';
import { changedDraft, ECHO, newDraft } from './integration-draft';

const HTTPS_ONLY = { allowsHttp: false };
const webhookUrl = 'https://backend.example.com/chat';

function fieldsRefused(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof AppError ? error.fields.map(({ field }) => field) : ['?'];
  }
}

describe('an integration', () => {
  it('is a webhook with 30 seconds and the weight 1, unless said otherwise', () => {
    expect(newDraft({ name: ' Ours ', webhookUrl }, HTTPS_ONLY)).toEqual({
      name: 'Ours',
      kind: 'webhook',
      webhookUrl,
      modelId: null,
      timeoutMs: 30_000,
      weight: 1,
      isFallback: false,
      isEnabled: true,
    });
  });

  it('is a model where a model is given instead of an address', () => {
    expect(newDraft({ name: 'Ours', modelId: 4 }, HTTPS_ONLY)).toMatchObject({ kind: 'model', modelId: 4 });
  });

  it.each<[string, IntegrationInput, string[]]>([
    ['no name', { webhookUrl }, ['name']],
    ['a blank name', { name: '  ', webhookUrl }, ['name']],
    ['a name without end', { name: 'x'.repeat(129), webhookUrl }, ['name']],
    ['no address', { name: 'x' }, ['webhookUrl']],
    ['an http address', { name: 'x', webhookUrl: 'http://backend.example.com' }, ['webhookUrl']],
    ['an address of another kind', { name: 'x', webhookUrl: 'ftp://backend.example.com' }, ['webhookUrl']],
    ['no address at all', { name: 'x', webhookUrl: 'backend' }, ['webhookUrl']],
    ['a model without one', { name: 'x', kind: 'model' }, ['modelId']],
    ['a model with an address', { name: 'x', kind: 'model', modelId: 4, webhookUrl }, ['webhookUrl']],
    ['a webhook with a model', { name: 'x', webhookUrl, modelId: 4 }, ['modelId']],
    ['a model with headers', { name: 'x', modelId: 4, headers: { 'X-A': '1' } }, ['headers']],
    ['no time', { name: 'x', webhookUrl, timeoutMs: 0 }, ['timeoutMs']],
    ['time without end', { name: 'x', webhookUrl, timeoutMs: 300_001 }, ['timeoutMs']],
    ['a negative weight', { name: 'x', webhookUrl, weight: -1 }, ['weight']],
    ['an endless weight', { name: 'x', webhookUrl, weight: Number.POSITIVE_INFINITY }, ['weight']],
  ])('with %s is refused by name of the field', (_what, input, fields) => {
    expect(fieldsRefused(() => newDraft(input, HTTPS_ONLY))).toEqual(fields);
  });

  it('may have an http address where private addresses are allowed', () => {
    const draft = newDraft({ name: 'x', webhookUrl: 'http://127.0.0.1:8080/' }, { allowsHttp: true });
    expect(draft.webhookUrl).toBe('http://127.0.0.1:8080/');
  });

  it('keeps what a change does not name', () => {
    const before = newDraft({ name: 'x', webhookUrl, weight: 3, isFallback: true }, HTTPS_ONLY);
    expect(changedDraft(before, { timeoutMs: 60_000 }, HTTPS_ONLY)).toEqual({ ...before, timeoutMs: 60_000 });
    expect(changedDraft(before, { weight: 0 }, HTTPS_ONLY)).toEqual({ ...before, weight: 0 });
  });

  it('becomes what it is given: an echo with an address a webhook, a webhook by another kind a model', () => {
    expect(changedDraft(ECHO, { webhookUrl }, HTTPS_ONLY)).toMatchObject({ kind: 'webhook', webhookUrl });
    expect(changedDraft(ECHO, { modelId: 4 }, HTTPS_ONLY)).toMatchObject({ kind: 'model', modelId: 4 });
    expect(changedDraft(ECHO, { weight: 2 }, HTTPS_ONLY)).toMatchObject({ kind: 'echo', weight: 2 });
    const webhook = newDraft({ name: 'x', webhookUrl }, HTTPS_ONLY);
    expect(changedDraft(webhook, { kind: 'model', modelId: 4 }, HTTPS_ONLY)).toMatchObject({
      kind: 'model',
      webhookUrl: null,
      modelId: 4,
    });
    expect(fieldsRefused(() => changedDraft(webhook, { webhookUrl: null }, HTTPS_ONLY))).toEqual(['webhookUrl']);
  });
});
