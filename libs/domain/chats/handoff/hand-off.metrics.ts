import { defineCounter } from '#infra/metrics';
import type { EscalationReason } from './hand-off.types';

const escalations = defineCounter({
  name: 'escalations_total',
  help: 'Conversations that went to a person, by why.',
  labels: ['reason'],
});

export function countEscalation(reason: EscalationReason): void {
  escalations.with(reason).add();
}
