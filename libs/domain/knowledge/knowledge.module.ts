import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotsModule } from '#domain/bots';
import { ActiveBases } from './active-bases';
import { KnowledgeBaseEntity } from './knowledge-base.entity';
import { KnowledgeBasesQueries } from './knowledge-bases.queries';
import { KnowledgeBasesService } from './knowledge-bases.service';
import { PassageIndexQueries } from './passage-index.queries';
import { PassageIndex } from './passage-index.service';
import { PassageSearchQueries } from './passage-search.queries';
import { PassageSearch } from './passage-search.service';
import { PostingReader } from './posting-reader.service';
import { SegmentMergingQueries } from './segment-merging.queries';
import { SegmentMerging } from './segment-merging.service';

@Module({
  imports: [BotsModule, TypeOrmModule.forFeature([KnowledgeBaseEntity])],
  providers: [
    KnowledgeBasesQueries,
    KnowledgeBasesService,
    ActiveBases,
    PassageIndexQueries,
    PassageIndex,
    PassageSearchQueries,
    PostingReader,
    PassageSearch,
    SegmentMergingQueries,
    SegmentMerging,
  ],
  exports: [KnowledgeBasesService, ActiveBases, PassageIndex, PassageSearch, SegmentMerging],
})
export class KnowledgeModule {}
