import 'reflect-metadata';
import { newInvitation } from '#organisation';
import type pg from 'pg';
import { PlainError } from '../arguments.ts';

/** A one-time link for an account; its old password and sessions end, a lock of failed sign-ins opens. */
export async function inviteAgain(
  owner: pg.ClientBase,
  username: string,
  publicUrl: string,
): Promise<{ link: string; until: string }> {
  const { link, hash, until } = newInvitation(new Date(), publicUrl);
  const { rows } = await owner.query<{ personId: string }>(
    `with invited as (
       update account set invitation_hash = $2, invitation_until = $3, password_hash = null, failures = 0, locked_until = null
        where lower(username) = lower($1) returning person_id
     ), ended as (delete from session where person_id in (select person_id from invited))
     select person_id as "personId" from invited`,
    [username, hash, until],
  );
  if (!rows.length) throw new PlainError(`There is no account "${username}".`);
  return { link, until: until.toISOString() };
}
