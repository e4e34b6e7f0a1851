import type { TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';
import type { ThreadFormat } from '../threads/thread-messages';

/** What a reader of ours is done with in some 50 ms, in slices between which others go on; a thread takes longer to begin. */
const SMALL_BYTES = 256 * 1024;

/** The same extractor, which reads files that are large in a thread, within its limits of time and memory. */
export function largeApart(extractor: TextExtractor & { format: ThreadFormat }): TextExtractor {
  return {
    ...extractor,
    extract: (bytes, options) =>
      bytes.length <= SMALL_BYTES ? extractor.extract(bytes, options) : readInThread(extractor.format, bytes, options),
  };
}
