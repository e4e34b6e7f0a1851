import { Global, Module } from '@nestjs/common';
import { csvExtractor } from './adapters/csv.adapter';
import { docxExtractor } from './adapters/docx.adapter';
import { htmlExtractor } from './adapters/html.adapter';
import { jsonExtractor } from './adapters/json.adapter';
import { markdownExtractor } from './adapters/markdown.adapter';
import { pdfExtractor } from './adapters/pdf.adapter';
import { plainTextExtractor } from './adapters/plain-text.adapter';
import { TextExtractors } from './text-extractors';

/** In the order in which the content is looked at when nothing else tells what a file is. */
const EXTRACTORS = [
  pdfExtractor,
  docxExtractor,
  plainTextExtractor,
  markdownExtractor,
  htmlExtractor,
  jsonExtractor,
  csvExtractor,
];

function textExtractors(): TextExtractors {
  const extractors = new TextExtractors();
  for (const extractor of EXTRACTORS) extractors.register(extractor);
  return extractors;
}

/** One registry for the process. */
@Global()
@Module({ providers: [{ provide: TextExtractors, useFactory: textExtractors }], exports: [TextExtractors] })
export class TextExtractionModule {}
