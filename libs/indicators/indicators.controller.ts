import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { rebuildIndicator } from './commands/rebuild-indicator.ts';
import { BehindQuery, BehindView, IndicatorsQuery, IndicatorsView, Rebuilt } from './contract.ts';
import { behindFigure } from './queries/behind-figure.ts';
import { indicatorsView } from './queries/indicators-view.ts';

@ApiTags('indicators')
@Controller('api/indicators')
export class IndicatorsController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(IndicatorsView)
  view(@Me() me: Actor, @Query({ schema: IndicatorsQuery }) { year }: IndicatorsQuery) {
    return this.transactions.run(me, (tx) => indicatorsView(tx, year));
  }

  @Get(':code/documents')
  @Answers(BehindView)
  behind(@Me() me: Actor, @Param('code') code: string, @Query({ schema: BehindQuery }) query: BehindQuery) {
    return this.transactions.run(me, (tx) => behindFigure(tx, code, query));
  }

  @Post(':code/rebuild')
  @HttpCode(200)
  @Answers(Rebuilt)
  async rebuild(@Me() me: Actor, @Param('code') code: string) {
    return { subjects: await this.transactions.run(me, (tx) => rebuildIndicator(tx, code)) };
  }
}
