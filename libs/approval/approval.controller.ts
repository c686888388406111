import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { assertVisible, Document } from '#documents';
import { problems, type Actor, type Tx } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { z } from 'zod';
import sql from 'sql-template-tag';
import { completeStep, refuseStep } from './commands/complete-step.ts';
import { completeTask } from './commands/complete-task.ts';
import { extendTask } from './commands/extend-task.ts';
import { startRoute } from './commands/start-route.ts';
import { Decision, DocumentWork, InboxItem, NewRoute, NewTerm, TaskReport } from './contract.ts';
import { documentWork } from './queries/document-work.ts';
import { inbox } from './queries/inbox.ts';

/** What is signed, sent or came from others is not put on a route again. */
const BEFORE_SIGNING = ['draft', 'in-approval', 'to-sign'];

@ApiTags('approval')
@Controller('api')
export class ApprovalController {
  constructor(private readonly transactions: Transactions) {}

  @Get('inbox')
  @Answers(z.array(InboxItem))
  inbox(@Me() me: Actor) {
    return this.transactions.run(me, inbox);
  }

  @Get('documents/:id/work')
  @Answers(DocumentWork)
  work(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      return documentWork(tx, id);
    });
  }

  @Post('documents/:id/route')
  @HttpCode(204)
  start(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: NewRoute }) { stretches }: NewRoute) {
    return this.transactions.run(me, async (tx) => {
      assertMay(tx, 'draft');
      await assertVisible(tx, id);
      const { state } = await tx.db.findOneByOrFail(Document, { id });
      if (!BEFORE_SIGNING.includes(state)) throw problems.wrongState({ state });
      await startRoute(tx, id, stretches);
    });
  }

  /** A visa, a review, an acquaintance; signing has its own two-step route. */
  @Post('steps/:id/decision')
  @HttpCode(204)
  decide(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Decision }) decision: Decision) {
    return this.transactions.run(me, async (tx) => {
      if (decision.verdict === 'refuse') return refuseStep(tx, id, decision.opinion);
      const act = await actOf(tx, id);
      await completeStep(tx, id, act, { seenSha256: decision.seenSha256, opinion: decision.opinion });
    });
  }

  @Post('tasks/:id/completion')
  @HttpCode(204)
  async complete(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: TaskReport }) { report }: TaskReport,
  ) {
    await this.transactions.run(me, (tx) => completeTask(tx, id, report));
  }

  @Post('tasks/:id/extension')
  @HttpCode(204)
  extend(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: NewTerm }) { dueOn }: NewTerm) {
    return this.transactions.run(me, (tx) => extendTask(tx, id, dueOn));
  }
}

/** Which act the step expects; 'sign' cannot be decided by a click, so it falls back to an act that the step refuses. */
async function actOf(tx: Tx, stepId: string): Promise<'review' | 'approve' | 'acquaint'> {
  const step = await tx.row<{ act: 'review' | 'approve' | 'acquaint' | 'sign' }>(
    sql`select act from step where id = ${stepId}`,
  );
  return step && step.act !== 'sign' ? step.act : 'approve';
}
