import { createHash, timingSafeEqual } from 'node:crypto';
import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parse } from 'cookie';
import type { Request } from 'express';
import { dayOf, type Actor, type Locale } from '#kernel';
import { PUBLIC } from '#platform';
import { DataSource } from 'typeorm';
import { actorWith, type RoleRow } from './load-actor.ts';
import { problems } from './problems.ts';

export const COOKIE = 'aprite_session';

export const hashToken = (token: string) => createHash('sha256').update(token).digest();

/** The token that a page must send back in `x-csrf-token` with every change (OWASP: token bound to the session). */
export const csrfTokenOf = (token: string) => createHash('sha256').update(`csrf:${token}`).digest('base64url');

export const tokenOf = (request: Request): string | undefined => parse(request.headers.cookie ?? '')[COOKIE];

/** The key of another system. A browser never sends this header by itself, so it needs no CSRF token (RFC 6750). */
const bearerOf = (request: Request): string | undefined =>
  /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];

/** Finds who is asking. Routes are closed unless marked @Public(); changes in a browser's session need its CSRF token. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const key = bearerOf(request);
    const token = key ?? tokenOf(request);
    const actor = token && (await this.actorBehind(token, request.id));
    if (!actor) throw problems.signInNeeded();
    if (!key && !['GET', 'HEAD'].includes(request.method)) assertCsrfToken(request, token);
    request.actor = actor;
    return true;
  }

  /** One question to the database, before any institution is known. */
  private async actorBehind(token: string, requestId: string): Promise<Actor | undefined> {
    const rows = await this.dataSource.query<(RoleRow & { personId: string; institutionId: string; locale: Locale })[]>(
      `select person_id as "personId", institution_id as "institutionId", locale, holder_id as "holderId", role, unit_ids as "unitIds"
         from find_signed_in($1, $2)`,
      [hashToken(token), dayOf(new Date())],
    );
    const [first] = rows;
    if (!first) return undefined;
    const { personId, institutionId, locale } = first;
    return actorWith({ personId, institutionId, locale, requestId }, rows);
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
