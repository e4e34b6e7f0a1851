export * from './mail-server';
export * from './read-mail';
