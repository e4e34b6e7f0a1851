import { Module } from '@nestjs/common';
import { ModelsModule } from '../models.module';
import { ModelsController } from './models.controller';

@Module({ imports: [ModelsModule], controllers: [ModelsController] })
export class ModelsHttpModule {}
