import { prefixedIds } from '#infra/http';

export const SUPPORT_IDS = prefixedIds({
  conversation: 'conv',
  message: 'msg',
  article: 'kb',
  agent: 'agent',
  feedback: 'fb',
  escalation: 'esc',
});

export function articleId(id: string): string {
  return SUPPORT_IDS.encode('article', id);
}
