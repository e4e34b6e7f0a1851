export * from './channel-transport.contract';
export * from './channel-transport.errors';
export * from './channel-transport.module';
