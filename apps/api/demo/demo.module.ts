import { Module } from '@nestjs/common';
import { IdentityModule } from '#domain/identity';
import { DemoController } from './demo.controller';

@Module({ imports: [IdentityModule], controllers: [DemoController] })
export class DemoModule {}
