export * from './scripted-tool-servers';
export * from './tool-servers.contract';
export * from './tool-servers.errors';
export * from './tool-servers.module';
