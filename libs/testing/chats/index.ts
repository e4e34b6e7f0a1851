export * from './echoing-chats';
