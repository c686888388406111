import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Tx } from '#kernel';
import { Answers, Created, log, Mailer, Public, Transactions } from '#platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { invite, lockAccount, openAccount, unlockAccount } from './commands/change-account.ts';
import { changeIdentifier } from './commands/change-identifier.ts';
import { addPerson, changePerson } from './commands/change-person.ts';
import { choosePassword } from './commands/choose-password.ts';
import { endSubstitution } from './commands/end-substitution.ts';
import { grantRole, withdrawRole } from './commands/grant-role.ts';
import {
  AccountRow,
  AccountView,
  ChosenPassword,
  Invitation,
  InvitationWish,
  NewRole,
  PersonalIdentifier,
  PersonDetails,
  RoleView,
  Username,
} from './contract.ts';
import { account, accounts } from './queries/accounts.ts';
import { invitationLetter } from './queries/invitation-letter.ts';
import { ROLES } from './roles.ts';
import { Me } from './session.guard.ts';

@ApiTags('accounts')
@Controller('api')
export class AccountsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly mailer: Mailer,
  ) {}

  private run<T>(me: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(me, work);
  }

  @Get('roles')
  @Answers(z.array(RoleView))
  roles(): RoleView[] {
    return Object.entries(ROLES).map(([name, { lv, en, may }]) => ({ name, lv, en, may: [...may] }));
  }

  @Get('accounts')
  @Answers(z.array(AccountRow))
  accounts(@Me() me: Actor) {
    return this.run(me, accounts);
  }

  @Post('accounts')
  @Answers(Created, 201)
  async add(@Me() me: Actor, @Body({ schema: PersonDetails }) person: PersonDetails) {
    return { id: await this.run(me, (tx) => addPerson(tx, person)) };
  }

  @Get('accounts/:id')
  @Answers(AccountView)
  account(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => account(tx, id));
  }

  @Put('accounts/:id')
  @HttpCode(204)
  change(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: PersonDetails }) person: PersonDetails,
  ) {
    return this.run(me, (tx) => changePerson(tx, id, person));
  }

  @Put('accounts/:id/identifier')
  @HttpCode(204)
  setIdentifier(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: PersonalIdentifier }) { identifier }: PersonalIdentifier,
  ) {
    return this.run(me, (tx) => changeIdentifier(tx, id, identifier));
  }

  @Delete('accounts/:id/identifier')
  @HttpCode(204)
  removeIdentifier(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => changeIdentifier(tx, id, null));
  }

  @Put('accounts/:id/username')
  @HttpCode(204)
  open(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: Username }) { username }: Username) {
    return this.run(me, (tx) => openAccount(tx, id, username));
  }

  /** Resets the password: answers the one-time link, told only now. */
  @Post('accounts/:id/invitation')
  @Answers(Invitation, 201)
  async invite(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: InvitationWish }) { byEmail }: InvitationWish,
  ): Promise<Invitation> {
    const { invitation, letter } = await this.run(me, async (tx) => {
      const issued = await invite(tx, id);
      return { invitation: issued, letter: byEmail ? await invitationLetter(tx, id, issued) : null };
    });
    return { ...invitation, sentTo: letter ? await this.sent(letter) : null };
  }

  /** A mail server that does not answer undoes nothing: the link is told to the administrator as well. */
  private sent(letter: { to: string }): Promise<string | null> {
    return this.mailer.notify(letter).then(
      () => letter.to,
      (error: unknown) => {
        log.warn({ err: error }, 'an invitation could not be sent by e-mail');
        return null;
      },
    );
  }

  @Put('accounts/:id/lock')
  @HttpCode(204)
  lock(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => lockAccount(tx, id));
  }

  @Delete('accounts/:id/lock')
  @HttpCode(204)
  unlock(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => unlockAccount(tx, id));
  }

  @Post('accounts/:id/roles')
  @Answers(Created, 201)
  async grant(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: NewRole }) role: NewRole) {
    return { id: await this.run(me, (tx) => grantRole(tx, id, role)) };
  }

  @Delete('roles/:id')
  @HttpCode(204)
  withdraw(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => withdrawRole(tx, id));
  }

  @Delete('substitutions/:id')
  @HttpCode(204)
  endSubstitution(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.run(me, (tx) => endSubstitution(tx, id));
  }

  /** Who holds a one-time link chooses a password. */
  @Public()
  @Post('password')
  @HttpCode(204)
  choosePassword(@Body({ schema: ChosenPassword }) chosen: ChosenPassword) {
    return choosePassword(this.dataSource, this.transactions, chosen);
  }
}
