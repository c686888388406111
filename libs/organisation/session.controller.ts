import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { serialize } from 'cookie';
import type { Request, Response } from 'express';
import type { Actor } from '#kernel';
import { Answers, config, Created, Public, Transactions } from '#platform';
import { z } from 'zod';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { SESSION_HOURS, signIn } from './commands/sign-in.ts';
import { issueKey, revokeKey } from './commands/issue-key.ts';
import { signOut } from './commands/sign-out.ts';
import { setSubstitution } from './commands/set-substitution.ts';
import {
  DemonstrationAccounts,
  LocaleChoice,
  NewSubstitution,
  PersonView,
  SessionView,
  SignIn,
  IssuedKey,
  KeyView,
  NewKey,
} from './contract.ts';
import { demonstrationAccounts } from './queries/demonstration-accounts.ts';
import { keys } from './queries/keys.ts';
import { people } from './queries/people.ts';
import { sessionView } from './queries/session-view.ts';
import { COOKIE, csrfTokenOf, Me, tokenOf } from './session.guard.ts';

/** Writes the session cookie: unreadable for scripts, sent to this site only. */
export const setSessionCookie = (response: Response, token: string, maxAge = SESSION_HOURS * 3600) =>
  response.setHeader(
    'set-cookie',
    serialize(COOKIE, token, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge,
      secure: config().PUBLIC_URL.startsWith('https:'),
    }),
  );

@Controller('api')
export class SessionController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  @Public()
  @Post('session')
  @HttpCode(204)
  async signIn(@Body({ schema: SignIn }) input: SignIn, @Res({ passthrough: true }) response: Response) {
    setSessionCookie(response, await signIn(this.dataSource, this.transactions, input));
  }

  @Get('session')
  @Answers(SessionView)
  session(@Me() me: Actor, @Req() request: Request): Promise<SessionView> {
    return this.transactions.run(me, (tx) => sessionView(tx, csrfTokenOf(tokenOf(request)!)));
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@Me() me: Actor, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.transactions.run(me, (tx) => signOut(tx, tokenOf(request)!));
    setSessionCookie(response, '', 0);
  }

  @Put('session/locale')
  @HttpCode(204)
  async chooseLocale(@Me() me: Actor, @Body({ schema: LocaleChoice }) { locale }: LocaleChoice) {
    await this.transactions.run(me, (tx) =>
      tx.rows(sql`update account set locale = ${locale} where person_id = ${me.personId}`),
    );
  }

  @Public()
  @Get('demonstration/accounts')
  @Answers(DemonstrationAccounts)
  demonstrationAccounts() {
    return demonstrationAccounts(this.dataSource, this.transactions);
  }

  @Get('people')
  @Answers(z.array(PersonView))
  people(@Me() me: Actor) {
    return this.transactions.run(me, people);
  }

  @Get('keys')
  @Answers(z.array(KeyView))
  keys(@Me() me: Actor) {
    return this.transactions.run(me, keys);
  }

  @Post('keys')
  @Answers(IssuedKey, 201)
  issueKey(@Me() me: Actor, @Body({ schema: NewKey }) input: NewKey) {
    return this.transactions.run(me, (tx) => issueKey(tx, input));
  }

  @Delete('keys/:id')
  @HttpCode(204)
  revokeKey(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.transactions.run(me, (tx) => revokeKey(tx, id));
  }

  @Post('substitutions')
  @Answers(Created, 201)
  async substitute(@Me() me: Actor, @Body({ schema: NewSubstitution }) input: NewSubstitution) {
    return { id: await this.transactions.run(me, (tx) => setSubstitution(tx, input)) };
  }
}
