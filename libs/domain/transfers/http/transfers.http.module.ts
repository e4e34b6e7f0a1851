import { Module } from '@nestjs/common';
import { TransfersModule } from '../transfers.module';
import { TransfersController } from './transfers.controller';

@Module({ imports: [TransfersModule], controllers: [TransfersController] })
export class TransfersHttpModule {}
