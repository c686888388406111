import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { Me } from '#organisation';
import { Answers, Transactions } from '#platform';
import { arriveFromService } from './commands/arrive-from-service.ts';
import { beginSigning } from './commands/begin-signing.ts';
import { cancelSigning } from './commands/cancel-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';
import { Arrival, BeginSigning, CompleteSigning, OfferQuery, SigningOffer, SigningView } from './contract.ts';
import { signingOffer } from './queries/signing-offer.ts';
import { openSignings, signingView } from './queries/signing-view.ts';

/** Making signatures: what would be signed, the two steps, the way back from a trust service. */
@ApiTags('signing')
@Controller('api')
export class SessionsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @Get('signing-offer')
  @Answers(SigningOffer)
  offer(@Me() me: Actor, @Query({ schema: OfferQuery }) { steps }: OfferQuery): Promise<SigningOffer> {
    return signingOffer(this.transactions, this.store, me, steps);
  }

  @Get('signatures')
  @Answers(z.array(SigningView))
  open(@Me() me: Actor): Promise<SigningView[]> {
    return this.transactions.run(me, openSignings);
  }

  @Post('signatures')
  @Answers(SigningView, 201)
  begin(@Me() me: Actor, @Body({ schema: BeginSigning }) input: BeginSigning): Promise<SigningView> {
    return beginSigning(this.transactions, this.store, me, input);
  }

  @Post('signatures/arrival')
  @HttpCode(200)
  @Answers(SigningView)
  arrive(@Me() me: Actor, @Body({ schema: Arrival }) input: Arrival): Promise<SigningView> {
    return arriveFromService(this.transactions, this.store, me, input);
  }

  @Get('signatures/:id')
  @Answers(SigningView)
  state(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SigningView> {
    return this.transactions.run(me, (tx) => signingView(tx, id));
  }

  @Post('signatures/:id/completion')
  @HttpCode(200)
  @Answers(SigningView)
  complete(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: CompleteSigning }) input: CompleteSigning,
  ): Promise<SigningView> {
    return completeSigning(this.transactions, this.store, me, id, input);
  }

  @Delete('signatures/:id')
  @HttpCode(204)
  cancel(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.transactions.run(me, (tx) => cancelSigning(tx, id));
  }
}
