import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { z } from 'zod';
import { AuditEntry, AuditPage, AuditQuery, VerificationView } from './contract.ts';
import { verificationAsked } from './facts.ts';
import { documentAudit, journalList } from './queries/journal-list.ts';
import { verification } from './queries/verification.ts';

@ApiTags('audit')
@Controller('api')
export class AuditController {
  constructor(private readonly transactions: Transactions) {}

  @Get('audit')
  @Answers(AuditPage)
  list(@Me() me: Actor, @Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.transactions.run(me, (tx) => journalList(tx, query));
  }

  @Get('audit/verification')
  @Answers(VerificationView)
  verification(@Me() me: Actor) {
    return this.transactions.run(me, verification);
  }

  /** Asks for a verification; the worker does it and its finding appears at GET. */
  @Post('audit/verification')
  @HttpCode(202)
  async verify(@Me() me: Actor) {
    await this.transactions.run(me, async (tx) => {
      assertMay(tx, 'audit');
      tx.emit(verificationAsked(me.institutionId, {}));
    });
  }

  @Get('documents/:id/audit')
  @Answers(z.array(AuditEntry))
  document(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => documentAudit(tx, id));
  }
}
