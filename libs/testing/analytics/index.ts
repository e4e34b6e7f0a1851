export * from './made-up-chats';
export * from './recount';
