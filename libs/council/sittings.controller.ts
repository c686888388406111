import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Composer } from '#documents';
import { systemActor, type Actor, type Tx } from '#kernel';
import { Me } from '#organisation';
import { Answers, Created, Transactions } from '#platform';
import { z } from 'zod';
import { castBallot, enterBallots } from './commands/cast-ballot.ts';
import { closeSitting } from './commands/close-sitting.ts';
import { closeVote } from './commands/close-vote.ts';
import { declareConflict } from './commands/declare-conflict.ts';
import { closeItem, openItem } from './commands/open-item.ts';
import { openSitting, pauseSitting, resumeSitting } from './commands/open-sitting.ts';
import { openVote } from './commands/open-vote.ts';
import { orderAgenda, placeItem, removeItem } from './commands/place-item.ts';
import { changeSitting, planSitting, setLinks } from './commands/plan-sitting.ts';
import { publishProtocol } from './commands/publish.ts';
import { publishNotice } from './commands/publish-notice.ts';
import { recordPresence, registerMyself } from './commands/record-presence.ts';
import { askForWord, changeSpeech, recordSpeech, removeSpeech } from './commands/record-speech.ts';
import { papersOf, sendToSign } from './commands/send-to-sign.ts';
import {
  AgendaOrder,
  BallotEntries,
  BodyView,
  ConflictInput,
  ItemOutcome,
  Links,
  NewItem,
  NewSitting,
  NewVote,
  OpenSitting,
  OwnBallot,
  OwnPresence,
  PresenceEntry,
  ProtocolView,
  SentToSign,
  SittingBrief,
  SittingView,
  SpeechChange,
  SpeechInput,
  VoteResult,
  WordRequest,
} from './contract.ts';
import { takeSittingAsSecretary } from './hall.ts';
import { protocolRecord } from './protocol/record.ts';
import { writeProtocol } from './protocol/write-protocol.ts';
import { sittingView } from './queries/sitting-view.ts';
import { bodies, sittingsList } from './queries/sittings-list.ts';

const Id = () => Param('id', ParseUUIDPipe);
const BodyFilter = z.object({ body: z.string().max(50).optional() });

/** Sittings, their agenda and their hall: each route is one command. */
@ApiTags('council')
@Controller('api')
export class SittingsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('bodies')
  @Answers(z.array(BodyView))
  bodies(@Me() me: Actor) {
    return this.run(me, bodies);
  }

  @Get('sittings')
  @Answers(z.array(SittingBrief))
  list(@Me() me: Actor, @Query({ schema: BodyFilter }) filter: { body?: string }) {
    return this.run(me, (tx) => sittingsList(tx, filter));
  }

  @Post('sittings')
  @Answers(Created, 201)
  async plan(@Me() me: Actor, @Body({ schema: NewSitting }) input: NewSitting) {
    return { id: await this.run(me, (tx) => planSitting(tx, input)) };
  }

  @Get('sittings/:id')
  @Answers(SittingView)
  view(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => sittingView(tx, id));
  }

  @Put('sittings/:id')
  @HttpCode(204)
  change(@Me() me: Actor, @Id() id: string, @Body({ schema: NewSitting }) input: NewSitting) {
    return this.run(me, (tx) => changeSitting(tx, id, input));
  }

  @Patch('sittings/:id/links')
  @HttpCode(204)
  links(@Me() me: Actor, @Id() id: string, @Body({ schema: Links }) input: z.infer<typeof Links>) {
    return this.run(me, (tx) => setLinks(tx, id, input));
  }

  @Post('sittings/:id/items')
  @Answers(Created, 201)
  async place(@Me() me: Actor, @Id() id: string, @Body({ schema: NewItem }) input: NewItem) {
    return { id: await this.run(me, (tx) => placeItem(tx, id, input)) };
  }

  @Put('sittings/:id/agenda')
  @HttpCode(204)
  order(@Me() me: Actor, @Id() id: string, @Body({ schema: AgendaOrder }) { itemIds }: z.infer<typeof AgendaOrder>) {
    return this.run(me, (tx) => orderAgenda(tx, id, itemIds));
  }

  @Delete('sittings/:id/items/:itemId')
  @HttpCode(204)
  remove(@Me() me: Actor, @Id() id: string, @Param('itemId', ParseUUIDPipe) itemId: string) {
    return this.run(me, (tx) => removeItem(tx, id, itemId));
  }

  @Post('sittings/:id/notice')
  @HttpCode(204)
  notice(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => publishNotice(tx, id));
  }

  @Post('sittings/:id/opening')
  @HttpCode(204)
  open(@Me() me: Actor, @Id() id: string, @Body({ schema: OpenSitting }) input: OpenSitting) {
    return this.run(me, (tx) => openSitting(tx, id, input));
  }

  @Post('sittings/:id/break')
  @HttpCode(204)
  pause(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => pauseSitting(tx, id));
  }

  @Delete('sittings/:id/break')
  @HttpCode(204)
  resume(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => resumeSitting(tx, id));
  }

  @Post('sittings/:id/closing')
  @HttpCode(204)
  close(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => closeSitting(tx, id));
  }

  @Post('sittings/:id/presence')
  @HttpCode(204)
  presence(@Me() me: Actor, @Id() id: string, @Body({ schema: PresenceEntry }) input: PresenceEntry) {
    return this.run(me, (tx) => recordPresence(tx, id, input));
  }

  @Post('sittings/:id/my-presence')
  @HttpCode(204)
  register(@Me() me: Actor, @Id() id: string, @Body({ schema: OwnPresence }) { status }: z.infer<typeof OwnPresence>) {
    return this.run(me, (tx) => registerMyself(tx, id, status));
  }

  @Post('sittings/:id/items/:itemId/opening')
  @HttpCode(204)
  openItem(@Me() me: Actor, @Id() id: string, @Param('itemId', ParseUUIDPipe) itemId: string) {
    return this.run(me, (tx) => openItem(tx, id, itemId));
  }

  @Post('sittings/:id/items/:itemId/closing')
  @HttpCode(204)
  closeItem(
    @Me() me: Actor,
    @Id() id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body({ schema: ItemOutcome.partial() }) input: { outcome?: z.infer<typeof ItemOutcome>['outcome'] },
  ) {
    return this.run(me, (tx) => closeItem(tx, id, itemId, input.outcome));
  }

  @Post('sittings/:id/items/:itemId/conflicts')
  @HttpCode(204)
  conflict(
    @Me() me: Actor,
    @Id() id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body({ schema: ConflictInput }) input: z.infer<typeof ConflictInput>,
  ) {
    return this.run(me, (tx) => declareConflict(tx, id, itemId, input));
  }

  @Post('sittings/:id/speeches')
  @Answers(Created, 201)
  async speech(@Me() me: Actor, @Id() id: string, @Body({ schema: SpeechInput }) input: SpeechInput) {
    return { id: await this.run(me, (tx) => recordSpeech(tx, id, input)) };
  }

  @Put('sittings/:id/speeches/:speechId')
  @HttpCode(204)
  correct(
    @Me() me: Actor,
    @Id() id: string,
    @Param('speechId', ParseUUIDPipe) speechId: string,
    @Body({ schema: SpeechChange }) input: z.infer<typeof SpeechChange>,
  ) {
    return this.run(me, (tx) => changeSpeech(tx, id, speechId, input));
  }

  @Delete('sittings/:id/speeches/:speechId')
  @HttpCode(204)
  strike(@Me() me: Actor, @Id() id: string, @Param('speechId', ParseUUIDPipe) speechId: string) {
    return this.run(me, (tx) => removeSpeech(tx, id, speechId));
  }

  @Post('sittings/:id/my-requests')
  @Answers(Created, 201)
  async ask(@Me() me: Actor, @Id() id: string, @Body({ schema: WordRequest }) input: z.infer<typeof WordRequest>) {
    return { id: await this.run(me, (tx) => askForWord(tx, id, input)) };
  }

  @Post('sittings/:id/votes')
  @Answers(Created, 201)
  async openVote(@Me() me: Actor, @Id() id: string, @Body({ schema: NewVote }) input: NewVote) {
    return { id: await this.run(me, (tx) => openVote(tx, id, input)) };
  }

  @Put('votes/:id/my-ballot')
  @HttpCode(204)
  vote(@Me() me: Actor, @Id() id: string, @Body({ schema: OwnBallot }) { option }: z.infer<typeof OwnBallot>) {
    return this.run(me, (tx) => castBallot(tx, id, option));
  }

  @Put('votes/:id/ballots')
  @HttpCode(204)
  enter(@Me() me: Actor, @Id() id: string, @Body({ schema: BallotEntries }) input: BallotEntries) {
    return this.run(me, (tx) => enterBallots(tx, id, input));
  }

  @Post('votes/:id/closing')
  @HttpCode(200)
  @Answers(VoteResult)
  closeVote(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => closeVote(tx, id));
  }

  /** The protocol as it stands now; it grows while the sitting goes on. */
  @Get('sittings/:id/protocol')
  @Answers(ProtocolView)
  protocol(@Me() me: Actor, @Id() id: string) {
    return this.run(me, async (tx) => writeProtocol(await protocolRecord(tx, id)));
  }

  /** Sets protocol and decisions anew as PDF/A after a correction; what is on its route or signed stays as it is. */
  @Post('sittings/:id/papers')
  @HttpCode(204)
  async compose(@Me() me: Actor, @Id() id: string) {
    const papers = await this.run(me, async (tx) => {
      await takeSittingAsSecretary(tx, id, 'closed');
      return papersOf(tx, id, 'draft');
    });
    for (const paper of papers) await this.composer.compose(systemActor(me.institutionId), paper.id);
  }

  @Post('sittings/:id/signing')
  @HttpCode(200)
  @Answers(SentToSign)
  async sign(@Me() me: Actor, @Id() id: string) {
    return { sent: await this.run(me, (tx) => sendToSign(tx, id)) };
  }

  @Post('sittings/:id/publication')
  @HttpCode(204)
  publish(@Me() me: Actor, @Id() id: string) {
    return this.run(me, (tx) => publishProtocol(tx, id));
  }
}
