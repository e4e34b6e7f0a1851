import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotsModule } from '#domain/bots';
import { ModelsModule } from '#domain/models';
import { ActiveBases } from './active-bases';
import { BaseLookup } from './base-lookup';
import { IndexRebuildingQueries } from './index-rebuilding.queries';
import { IndexRebuilding } from './index-rebuilding.service';
import { KnowledgeBaseEntity } from './knowledge-base.entity';
import { KnowledgeBasesQueries } from './knowledge-bases.queries';
import { KnowledgeBasesService } from './knowledge-bases.service';
import { PassageIndexQueries } from './passage-index.queries';
import { PassageIndex } from './passage-index.service';
import { PassageSearchQueries } from './passage-search.queries';
import { PassageSearch } from './passage-search.service';
import { PassageVersionsQueries } from './passage-versions.queries';
import { PostingReader } from './posting-reader.service';
import { PostingReadingQueries } from './posting-reading.queries';
import { SegmentMergingQueries } from './segment-merging.queries';
import { SegmentMerging } from './segment-merging.service';
import { NearestIndexesQueries } from './vectors/nearest-indexes.queries';
import { NearestIndexes } from './vectors/nearest-indexes.service';
import { PassageEmbedder } from './vectors/passage-embedder.service';
import { PassageVectorsQueries } from './vectors/passage-vectors.queries';
import { PassageVectors } from './vectors/passage-vectors.service';
import { QueryEmbedder } from './vectors/query-embedder.service';
import { VectorBuilding } from './vectors/vector-building.service';
import { VectorIndexQueries } from './vectors/vector-index.queries';

@Module({
  imports: [BotsModule, ModelsModule, TypeOrmModule.forFeature([KnowledgeBaseEntity])],
  providers: [
    KnowledgeBasesQueries,
    KnowledgeBasesService,
    ActiveBases,
    BaseLookup,
    PassageIndexQueries,
    PassageVersionsQueries,
    PassageIndex,
    IndexRebuildingQueries,
    IndexRebuilding,
    PassageSearchQueries,
    PostingReadingQueries,
    PostingReader,
    PassageSearch,
    SegmentMergingQueries,
    SegmentMerging,
    VectorIndexQueries,
    NearestIndexesQueries,
    NearestIndexes,
    PassageVectorsQueries,
    PassageEmbedder,
    VectorBuilding,
    PassageVectors,
    QueryEmbedder,
  ],
  exports: [
    KnowledgeBasesService,
    ActiveBases,
    BaseLookup,
    PassageIndex,
    IndexRebuilding,
    PassageSearch,
    PassageVectors,
    SegmentMerging,
    VectorBuilding,
    NearestIndexes,
  ],
})
export class KnowledgeModule {}
