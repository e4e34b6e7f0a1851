export { Pace } from './pace';
export { decodeText, knownBinary } from './text-decoding';
export * from './text-extraction.contract';
export * from './text-extraction.errors';
export * from './text-extraction.module';
export { type FileToRead, TextExtractors } from './text-extractors';
