export * from './indexed-bases';
export * from './made-up-text';
export * from './reference-search';
