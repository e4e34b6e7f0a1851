import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotsModule } from '../bots.module';
import { Personalities } from './personalities.service';
import { PersonalityEntity } from './personality.entity';

@Module({
  imports: [BotsModule, TypeOrmModule.forFeature([PersonalityEntity])],
  providers: [Personalities],
  exports: [Personalities],
})
export class PersonalitiesModule {}
