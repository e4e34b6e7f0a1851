import { Global, Module } from '@nestjs/common';
import { TextExtractors } from './text-extractors';
import { registered } from './text-extractors.factory';

/** One registry for the process. */
@Global()
@Module({
  providers: [{ provide: TextExtractors, useFactory: () => registered(new TextExtractors()) }],
  exports: [TextExtractors],
})
export class TextExtractionModule {}
