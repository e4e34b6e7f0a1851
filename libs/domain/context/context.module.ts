import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { ModelsModule } from '#domain/models';
import { RetentionModule } from '#domain/retention';
import { ContextHolder } from './end-users/context-holder';
import { EndUserRecords } from './end-users/end-user-records.service';
import { EntityListQueries } from './lists/entity-lists.queries';
import { EntityLists } from './lists/entity-lists.service';
import { TeamListIndex } from './lists/team-list-index.service';
import { ContextUpkeep } from './model-extraction/context-upkeep.service';
import { ModelExtraction } from './model-extraction/model-extraction.service';
import { PendingExtractionQueries } from './model-extraction/pending-extractions.queries';
import { OldRecords } from './records/old-records';
import { OldRecordsQueries } from './records/old-records.queries';
import { UserContextQueries } from './records/user-contexts.queries';
import { UserContexts } from './records/user-contexts.service';
import { UserEntityQueries } from './records/user-entities.queries';
import { UserEntities } from './records/user-entities.service';
import { UserTopicQueries } from './records/user-topics.queries';
import { UserTopics } from './records/user-topics.service';
import { GrammarWarming } from './references/grammar-warming.service';
import { References } from './references/references.service';
import { TurnQueries } from './turns/turn.queries';
import { TurnContexts } from './turns/turn-contexts.service';

const RECORDS = [UserContextQueries, UserContexts, UserTopicQueries, UserTopics, UserEntityQueries, UserEntities];
const RETENTION = [OldRecordsQueries, OldRecords];
const LISTS = [EntityListQueries, EntityLists, TeamListIndex];
const TURNS = [TurnQueries, TurnContexts, References];
const MODEL_EXTRACTION = [PendingExtractionQueries, ModelExtraction, ContextUpkeep];

@Module({
  imports: [BotsModule, ModelsModule, RetentionModule],
  providers: [
    ...RECORDS,
    ...RETENTION,
    ...LISTS,
    ...TURNS,
    ...MODEL_EXTRACTION,
    ContextHolder,
    EndUserRecords,
    GrammarWarming,
  ],
  exports: [
    UserContexts,
    UserTopics,
    UserEntities,
    EntityLists,
    References,
    TurnContexts,
    EndUserRecords,
    ContextHolder,
    ModelExtraction,
    ContextUpkeep,
  ],
})
export class ContextModule {}
