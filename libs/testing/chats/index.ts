export * from './chat-process';
export * from './echoing-chats';
