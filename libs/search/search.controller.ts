import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Transactions } from '#platform';
import { SearchQuery, type SearchPage } from './contract.ts';
import { search } from './queries/search.ts';

@ApiTags('search')
@Controller('api')
export class SearchController {
  constructor(private readonly transactions: Transactions) {}

  @Get('search')
  search(@Me() me: Actor, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<SearchPage> {
    return this.transactions.run(me, (tx) => search(tx, query));
  }
}
