import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { SearchPage, SearchQuery, SearchTally } from './contract.ts';
import { search } from './queries/search.ts';
import { tally } from './queries/tally.ts';

@ApiTags('search')
@Controller('api')
export class SearchController {
  constructor(private readonly transactions: Transactions) {}

  @Get('search')
  @Answers(SearchPage)
  search(@Me() me: Actor, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<SearchPage> {
    return this.transactions.run(me, (tx) => search(tx, query));
  }

  @Get('search/tally')
  @Answers(SearchTally)
  tally(@Me() me: Actor, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<SearchTally> {
    return this.transactions.run(me, (tx) => tally(tx, query));
  }
}
