import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotKeyEntity } from './bot-key.entity';
import { BotKeys } from './bot-keys.service';

/** Apart from `IdentityModule`, so that the domain of bots need not bring all of that along. */
@Module({ imports: [TypeOrmModule.forFeature([BotKeyEntity])], providers: [BotKeys], exports: [BotKeys] })
export class BotKeysModule {}
