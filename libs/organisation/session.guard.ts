import { createHash, timingSafeEqual } from 'node:crypto';
import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parse } from 'cookie';
import type { Request } from 'express';
import type { Actor, Locale } from '#kernel';
import { PUBLIC } from '#platform';
import { DataSource } from 'typeorm';
import { loadActor } from './load-actor.ts';
import { problems } from './problems.ts';

export const COOKIE = 'aprite_session';

export const hashToken = (token: string) => createHash('sha256').update(token).digest();

/** The token that a page must send back in `x-csrf-token` with every change (OWASP: token bound to the session). */
export const csrfTokenOf = (token: string) => createHash('sha256').update(`csrf:${token}`).digest('base64url');

export const tokenOf = (request: Request): string | undefined => parse(request.headers.cookie ?? '')[COOKIE];

/** Finds who is asking. Routes are closed unless marked @Public(); changes need the session's CSRF token. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const token = tokenOf(request);
    const actor = token && (await this.actorBehind(token, request.id));
    if (!actor) throw problems.signInNeeded();
    if (!['GET', 'HEAD'].includes(request.method)) assertCsrfToken(request, token);
    request.actor = actor;
    return true;
  }

  private actorBehind(token: string, requestId: string): Promise<Actor | undefined> {
    return this.dataSource.transaction(async (db) => {
      const [session] = await db.query<{ personId: string; institutionId: string }[]>(
        `select person_id as "personId", institution_id as "institutionId", set_config('aprite.institution', institution_id::text, true)
           from find_session($1)`,
        [hashToken(token)],
      );
      if (!session) return undefined;
      const [account] = await db.query<{ locale: Locale }[]>(`select locale from account where person_id = $1`, [
        session.personId,
      ]);
      return account && loadActor(db, { ...session, locale: account.locale, requestId });
    });
  }
}

function assertCsrfToken(request: Request, token: string) {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const expected = Buffer.from(csrfTokenOf(token));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw problems.csrfTokenMissing();
}

/** The signed-in person of this request: `@Me() me: Actor`. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<Request>();
  if (!actor) throw problems.signInNeeded();
  return actor;
});
