import { Module } from '@nestjs/common';
import { ContextModule } from '../context.module';
import { ContextController } from './context.controller';
import { EndUserDataController } from './end-user-data.controller';
import { EndUserEntitiesController } from './end-user-entities.controller';
import { EndUserTopicsController } from './end-user-topics.controller';
import { EntityListsController } from './entity-lists.controller';

@Module({
  imports: [ContextModule],
  controllers: [
    ContextController,
    EndUserTopicsController,
    EndUserEntitiesController,
    EntityListsController,
    EndUserDataController,
  ],
})
export class ContextHttpModule {}
