import { defineCounter } from '#infra/metrics';
import type { ChannelType } from '#providers/channel-transport';

const inbound = defineCounter({
  name: 'channel_inbound_total',
  help: 'Calls of platforms, by type of channel and what came of them.',
  labels: ['type', 'outcome'],
});

const answered = defineCounter({
  name: 'channel_updates_total',
  help: 'Messages from channels that were seen to, by type of channel and how that ended.',
  labels: ['type', 'outcome'],
});

const outbound = defineCounter({
  name: 'channel_parts_total',
  help: 'Parts of messages given to platforms, by type of channel and what they made of them.',
  labels: ['type', 'outcome'],
});

const probes = defineCounter({
  name: 'channel_probes_total',
  help: 'Looks whether a channel stands, by type of channel and what was found.',
  labels: ['type', 'outcome'],
});

export type InboundOutcome = 'message' | 'duplicate' | 'handshake' | 'ignored' | 'disconnected' | 'refused';

export function countInbound(type: ChannelType, outcome: InboundOutcome): void {
  inbound.with(type, outcome).add();
}

/** `outcome`: a state of an update, or `retried`. */
export function countUpdate(type: ChannelType, outcome: string): void {
  answered.with(type, outcome).add();
}

/** `outcome`: `sent`, or the reason of an error of the transport. */
export function countPart(type: ChannelType, outcome: string): void {
  outbound.with(type, outcome).add();
}

/** `outcome`: `connected`, or the reason of an error of the transport. */
export function countProbe(type: ChannelType, outcome: string): void {
  probes.with(type, outcome).add();
}
