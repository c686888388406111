import { Module } from '@nestjs/common';
import { IndicatorsController } from './indicators.controller.ts';
import { FoldFacts } from './reactions/fold-facts.ts';

@Module({ controllers: [IndicatorsController], providers: [FoldFacts] })
export class IndicatorsModule {}
