export { chatErrors } from './chats.errors';
export * from './chats.events';
export { ChatsModule } from './chats.module';
export * from './chats.types';
export { Conversations } from './conversations.service';
export { Ending } from './ending.service';
export { LiveTurn } from './live-turn';
export { Turns } from './turns.service';
