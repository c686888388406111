import { Controller, Get, Redirect, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiTags } from '@nestjs/swagger';
import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';
import { systemActor } from '#kernel';
import { config, Public, Transactions } from '#platform';
import { DataSource } from 'typeorm';
import { openSession } from './commands/sign-in.ts';
import { arrive, depart, type Departure } from './oidc.ts';
import { problems } from './problems.ts';
import { setSessionCookie } from './session.controller.ts';

const COOKIE = 'aprite_oidc';

@ApiTags('session')
@Public()
@Controller('api/session/oidc')
export class OidcController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Redirect()
  @ApiFoundResponse({ description: '' })
  async depart(@Res({ passthrough: true }) response: Response) {
    const { url, departure } = await depart();
    const value = Buffer.from(JSON.stringify(departure)).toString('base64url');
    response.setHeader(
      'set-cookie',
      serialize(COOKIE, value, { httpOnly: true, sameSite: 'lax', path: '/api/session/oidc', maxAge: 600 }),
    );
    return { url };
  }

  @Get('callback')
  @Redirect('/')
  @ApiFoundResponse({ description: '' })
  async arrive(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const kept = parse(request.headers.cookie ?? '')[COOKIE];
    if (!kept) throw problems.unknownIdentity();
    const departure = JSON.parse(Buffer.from(kept, 'base64url').toString()) as Departure;
    const subject = await arrive(new URL(request.originalUrl, config().PUBLIC_URL), departure);
    const [account] = await this.dataSource.query<
      { person_id: string; institution_id: string; disabled_at: Date | null }[]
    >(`select person_id, institution_id, disabled_at from find_account_by_subject($1)`, [subject]);
    if (!account) throw problems.unknownIdentity();
    if (account.disabled_at) throw problems.accountDisabled();
    const actor = { ...systemActor(account.institution_id), personId: account.person_id };
    setSessionCookie(response, await this.transactions.run(actor, openSession));
  }
}
