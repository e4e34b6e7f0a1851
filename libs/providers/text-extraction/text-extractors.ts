import { Injectable } from '@nestjs/common';
import { ExtractorRegistry } from './extractor-registry';

/** The extractors of this process. Whoever reads one more format registers it here. */
@Injectable()
export class TextExtractors extends ExtractorRegistry {}
