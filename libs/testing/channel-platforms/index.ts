export * from './callback-stub';
export * from './discord-stub';
export * from './inbound-request';
export type { PlatformAnswer, PlatformCall, SignedCall } from './platform-stub';
export * from './slack-stub';
export * from './telegram-stub';
export * from './whatsapp-stub';
