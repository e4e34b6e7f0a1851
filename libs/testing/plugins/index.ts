export * from './http-service';
export * from './insert-system-plugins';
export * from './mcp-server';
export * from './plugins-under-test';
