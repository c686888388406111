import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { tryMeans } from './commands/try-means.ts';
import { KeptMeans, TrialView } from './contract.ts';
import { keptMeans } from './queries/kept-means.ts';

/** With what the institution signs; the settings themselves stand in a file beside the keys. */
@ApiTags('signing')
@Controller('api/signing-means')
export class MeansController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(KeptMeans)
  view(@Me() me: Actor): Promise<KeptMeans> {
    return keptMeans(this.transactions, me);
  }

  @Post(':name/trial')
  @HttpCode(200)
  @Answers(TrialView)
  try(@Me() me: Actor, @Param('name') name: string): Promise<TrialView> {
    return tryMeans(this.transactions, me, name);
  }
}
