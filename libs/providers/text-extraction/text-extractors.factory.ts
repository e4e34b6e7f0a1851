import { csvExtractor } from './adapters/csv.adapter';
import { docxExtractor } from './adapters/docx.adapter';
import { emlExtractor } from './adapters/eml.adapter';
import { htmlExtractor } from './adapters/html.adapter';
import { jsonExtractor } from './adapters/json.adapter';
import { largeApart } from './adapters/large-apart';
import { markdownExtractor } from './adapters/markdown.adapter';
import { pdfExtractor } from './adapters/pdf.adapter';
import { plainTextExtractor } from './adapters/plain-text.adapter';
import { pptxExtractor } from './adapters/pptx.adapter';
import { xlsxExtractor } from './adapters/xlsx.adapter';
import type { ExtractorRegistry } from './extractor-registry';
import type { TextExtractor } from './text-extraction.contract';

/** In the order in which the content is looked at when nothing else tells what a file is. */
const EXTRACTORS: readonly TextExtractor[] = [
  pdfExtractor,
  docxExtractor,
  pptxExtractor,
  xlsxExtractor,
  emlExtractor,
  largeApart({ ...plainTextExtractor, format: 'text' }),
  largeApart({ ...htmlExtractor, format: 'html' }),
  largeApart({ ...jsonExtractor, format: 'json' }),
  largeApart({ ...markdownExtractor, format: 'markdown' }),
  largeApart({ ...csvExtractor, format: 'csv' }),
];

/** The registry, with all extractors. */
export function registered<Registry extends ExtractorRegistry>(registry: Registry): Registry {
  for (const extractor of EXTRACTORS) registry.register(extractor);
  return registry;
}
