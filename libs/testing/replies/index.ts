export * from './back-ends';
export * from './calling-llm';
export * from './engine-under-test';
export * from './plugins';
