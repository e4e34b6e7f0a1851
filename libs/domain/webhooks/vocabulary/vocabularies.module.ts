import { type DynamicModule, Module } from '@nestjs/common';
import type { EventVocabulary } from './event-vocabulary';
import { Vocabularies } from './vocabularies';

/** Brings the dialects' words to the domain, which must not know the dialects. Global; the apps mount it. */
@Module({})
export class VocabulariesModule {
  static forRoot(vocabularies: readonly EventVocabulary[]): DynamicModule {
    return {
      module: VocabulariesModule,
      global: true,
      providers: [{ provide: Vocabularies, useFactory: () => new Vocabularies(vocabularies) }],
      exports: [Vocabularies],
    };
  }
}
