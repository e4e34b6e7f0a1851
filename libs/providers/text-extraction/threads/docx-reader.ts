/** Word (ECMA-376, WordprocessingML), read by mammoth as HTML: headings, lists and tables keep what they are. */
import mammoth from 'mammoth';
import { Pace } from '../pace';
import { readHtml } from '../read-html';
import type { ExtractedText } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import { checkArchive } from './archive-bounds';

/** XML of a book of a thousand pages has some 20 MB; it takes ten times that in memory. */
const MAX_XML_BYTES = 64 * 1024 * 1024;
/** Beside what mammoth knows of headings. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
/** Compound files: Word before 2007, and Office files under a password. [MS-CFB] 2.2 */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';

/** @throws AppError of `text-extraction.errors` */
export async function readDocx(bytes: Uint8Array): Promise<ExtractedText> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('hex') === COMPOUND_FILE) throw extractionErrors.protected({ message: COMPOUND });
  checkArchive(file, { maxBytes: MAX_XML_BYTES, isCounted: isXml });
  const text = await readHtml(await converted(file), new Pace());
  if (text.blocks.length === 0) throw extractionErrors.no_text({ message: 'The Word document holds no text.' });
  return text;
}

const COMPOUND =
  'The Word document is protected with a password, or made by a version before 2007. Save it as .docx, without a password.';

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

async function converted(buffer: Buffer): Promise<string> {
  const options = {
    styleMap: STYLES,
    // Pictures say nothing, and need not be unpacked for it.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, options);
    return value;
  } catch (cause) {
    throw extractionErrors.malformed({ message: 'The file is not a Word document (.docx), or a broken one.', cause });
  }
}
