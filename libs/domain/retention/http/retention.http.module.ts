import { Module } from '@nestjs/common';
import { RetentionModule } from '../retention.module';
import { RetentionController } from './retention.controller';

/** `/api/v1/team/retention`. */
@Module({ imports: [RetentionModule], controllers: [RetentionController] })
export class RetentionHttpModule {}
