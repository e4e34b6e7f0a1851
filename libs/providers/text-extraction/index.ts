export type { FileToRead } from './extractor-registry';
export { Pace } from './pace';
export { decodeText, knownBinary } from './text-decoding';
export * from './text-extraction.contract';
export * from './text-extraction.errors';
export * from './text-extraction.module';
export { TextExtractors } from './text-extractors';
export { ThreadPlaces } from './threads/thread-places';
