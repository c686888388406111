import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { closeCase, reopenCase } from './commands/close-case.ts';
import { ArchiveCases, CasesQuery, CloseCase, ClosedCase, DisposalCandidates } from './contract.ts';
import { archiveCases, disposalCandidates } from './queries/archive-cases.ts';

@ApiTags('archive')
@Controller('api/archive')
export class ArchiveController {
  constructor(private readonly transactions: Transactions) {}

  @Get('cases')
  @Answers(ArchiveCases)
  cases(@Me() me: Actor, @Query({ schema: CasesQuery }) query: CasesQuery) {
    return this.transactions.run(me, (tx) => archiveCases(tx, query));
  }

  @Put('cases/:id/closure')
  @Answers(ClosedCase)
  close(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: CloseCase }) input: CloseCase) {
    return this.transactions.run(me, (tx) => closeCase(tx, id, input));
  }

  @Delete('cases/:id/closure')
  @HttpCode(204)
  reopen(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => reopenCase(tx, id));
  }

  @Get('disposal-candidates')
  @Answers(DisposalCandidates)
  candidates(@Me() me: Actor) {
    return this.transactions.run(me, disposalCandidates);
  }
}
