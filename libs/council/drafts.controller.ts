import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Created, Transactions } from '#platform';
import { z } from 'zod';
import { changeDraft, createDraft } from './commands/create-draft.ts';
import { publishDecision } from './commands/publish.ts';
import { DraftInput, DraftView } from './contract.ts';
import { draftCard, drafts } from './queries/drafts.ts';

/** Draft decisions and the decisions they become. */
@ApiTags('council')
@Controller('api')
export class DraftsController {
  constructor(private readonly transactions: Transactions) {}

  @Get('council-drafts')
  @Answers(z.array(DraftView))
  list(@Me() me: Actor) {
    return this.transactions.run(me, drafts);
  }

  @Post('council-drafts')
  @Answers(Created, 201)
  async create(@Me() me: Actor, @Body({ schema: DraftInput }) input: DraftInput) {
    return { id: await this.transactions.run(me, (tx) => createDraft(tx, input)) };
  }

  @Get('council-drafts/:id')
  @Answers(DraftView)
  card(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => draftCard(tx, id));
  }

  @Put('council-drafts/:id')
  @HttpCode(204)
  change(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: DraftInput }) input: DraftInput) {
    return this.transactions.run(me, (tx) => changeDraft(tx, id, input));
  }

  @Post('council-decisions/:id/publication')
  @HttpCode(204)
  publish(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => publishDecision(tx, id));
  }
}
