import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, Created, Transactions } from '#platform';
import { NewAnchor, NewList, TrustView } from '../contract.ts';
import { trustLoadAsked } from '../facts.ts';
import { addAnchor, addList, removeSource } from './change-sources.ts';
import { trustView } from './trust-view.ts';

@ApiTags('signing')
@Controller('api/trust')
export class TrustController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(TrustView)
  view(@Me() me: Actor) {
    return this.transactions.run(me, trustView);
  }

  @Post('anchors')
  @Answers(Created, 201)
  addAnchor(@Me() me: Actor, @Body({ schema: NewAnchor }) input: NewAnchor) {
    return this.transactions.run(me, async (tx) => ({ id: await addAnchor(tx, input) }));
  }

  @Post('lists')
  @Answers(Created, 201)
  addList(@Me() me: Actor, @Body({ schema: NewList }) input: NewList) {
    return this.transactions.run(me, async (tx) => ({ id: await addList(tx, input) }));
  }

  @Delete('sources/:id')
  @HttpCode(204)
  remove(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => removeSource(tx, id));
  }

  /** The worker loads every list now; what came of it stands at GET. */
  @Post('loading')
  @HttpCode(202)
  async load(@Me() me: Actor) {
    await this.transactions.run(me, async (tx) => {
      assertMay(tx, 'administer');
      tx.emit(trustLoadAsked(me.institutionId, {}));
    });
  }
}
