/** Word (ECMA-376, WordprocessingML), read by mammoth as HTML: headings, lists and tables keep what they are. */
import { openPackage } from '../archives/office-package';
import { readHtml } from '../html/read-html';
import { Pace } from '../pace';
import type { ExtractedText } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';

const WORD = { name: 'a Word document (.docx)', extension: 'docx' };
/** Beside what mammoth knows of headings. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/** @throws AppError of `text-extraction.errors` */
export async function readDocx(bytes: Uint8Array): Promise<ExtractedText> {
  const archive = openPackage(bytes, WORD);
  // All that mammoth may unpack; whatever is wrong with it is found out here.
  for (const name of archive.names) if (/\.(?:xml|rels)$/i.test(name)) archive.readXml(name);
  const text = await readHtml(await converted(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), {
    pace: new Pace(),
    isWhole: true,
  });
  if (text.blocks.length === 0) throw extractionErrors.no_text({ message: 'The Word document holds no text.' });
  return text;
}

async function converted(buffer: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const options = {
    styleMap: STYLES,
    // Pictures say nothing, and need not be unpacked for it.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, options);
    return value;
  } catch (cause) {
    throw extractionErrors.malformed({ message: `The file is not ${WORD.name}, or a broken one.`, cause });
  }
}
