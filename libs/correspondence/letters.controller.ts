import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { assertVisible, Composer, Document } from '#documents';
import { problems as common, type Actor } from '#kernel';
import { assertMay, Me } from '#organisation';
import { Answers, Created, Transactions } from '#platform';
import { closeLetter } from './commands/close-letter.ts';
import { draftLetter } from './commands/draft-letter.ts';
import { editDraft } from './commands/edit-draft.ts';
import { calendarExceptions, registerLetter } from './commands/register-letter.ts';
import { resolveLetter } from './commands/resolve-letter.ts';
import { sendForResolution } from './commands/send-for-resolution.ts';
import {
  CardProposal,
  DraftText,
  type LetterInput,
  LetterView,
  NewDraft,
  NewLetter,
  NewResolution,
  RegisteredLetter,
  type ResolutionInput,
  SendForResolution,
  TermQuery,
  TermView,
} from './contract.ts';
import { proposeTerm } from './due-rules.ts';
import { INCOMING } from './kinds.ts';
import { letterView } from './queries/letter-view.ts';
import { proposeCard } from './queries/propose-card.ts';

@ApiTags('correspondence')
@Controller('api')
export class LettersController {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  @Get('intake/:id/proposal')
  @Answers(CardProposal)
  propose(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => {
      assertMay(tx, 'register documents');
      return proposeCard(tx, id);
    });
  }

  @Get('terms')
  @Answers(TermView)
  term(@Me() me: Actor, @Query({ schema: TermQuery }) { kind, receivedOn }: TermQuery): Promise<TermView> {
    return this.transactions.run(me, async (tx) => {
      const { dueRule } = INCOMING.find(({ name }) => name === kind) ?? {};
      return proposeTerm(dueRule, receivedOn, await calendarExceptions(tx)) ?? { dueOn: null, rule: null, basis: null };
    });
  }

  @Post('letters')
  @ApiCreatedResponse({ standardSchema: RegisteredLetter })
  @Answers(RegisteredLetter, 201)
  async register(@Me() me: Actor, @Body({ schema: NewLetter }) input: LetterInput): Promise<RegisteredLetter> {
    const { id, number, trackingCode } = await this.transactions.run(me, (tx) => registerLetter(tx, input));
    return { id, number: number!, trackingCode: trackingCode! };
  }

  @Get('letters/:id')
  @Answers(LetterView)
  letter(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      return letterView(tx, id);
    });
  }

  @Post('letters/:id/resolver')
  @HttpCode(204)
  sendForResolution(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: SendForResolution }) { personId }: SendForResolution,
  ) {
    return this.transactions.run(me, async (tx) => {
      const document = await tx.db.findOneBy(Document, { id });
      if (!document || document.direction !== 'incoming') throw common.notFound();
      assertMay(tx, 'register documents', { unitId: document.unitId });
      if (!['registered', 'in-resolution'].includes(document.state)) throw common.wrongState({ state: document.state });
      await sendForResolution(tx, document, personId);
    });
  }

  @Post('letters/:id/resolutions')
  @Answers(Created, 201)
  async resolve(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: NewResolution }) input: ResolutionInput,
  ) {
    return {
      id: await this.transactions.run(me, async (tx) => {
        await assertVisible(tx, id);
        return resolveLetter(tx, id, input);
      }),
    };
  }

  @Post('letters/:id/closing')
  @HttpCode(204)
  close(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      await closeLetter(tx, id);
    });
  }

  /** Drafts an outgoing letter or a statement and sets its paper. */
  @Post('drafts')
  @Answers(Created, 201)
  async draft(@Me() me: Actor, @Body({ schema: NewDraft }) input: NewDraft) {
    const { id } = await this.transactions.run(me, async (tx) => {
      if (input.answersId) await assertVisible(tx, input.answersId);
      return draftLetter(tx, input);
    });
    await this.composer.compose(me, id);
    return { id };
  }

  @Put('drafts/:id')
  @HttpCode(204)
  async edit(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: DraftText }) text: DraftText) {
    await this.transactions.run(me, async (tx) => {
      await assertVisible(tx, id);
      await editDraft(tx, id, text);
    });
    await this.composer.compose(me, id);
  }
}
