import { problems as common, type Tx } from '#kernel';
import { config } from '#platform';
import sql from 'sql-template-tag';
import type { Invitation } from '../contract.ts';
import { accountInvited, accountLocked, accountOpened, accountUnlocked } from '../facts.ts';
import { newInvitation } from '../invitation.ts';
import { assertMay } from '../may.ts';
import { problems } from '../problems.ts';

import { assertAdministratorRemains } from './assert-administrator-remains.ts';

/**
 * Opens an account, or gives it another user name. It has no password until its holder chooses one.
 * @throws Problem username-taken (409)
 */
export async function openAccount(tx: Tx, personId: string, username: string): Promise<void> {
  assertMay(tx, 'administer');
  const [taken] = await tx.rows(sql`
    select from account where lower(username) = lower(${username}) and person_id <> ${personId}`);
  if (taken) throw problems.usernameTaken();
  const opened = await tx.row<{ username: string | null }>(sql`
    insert into account (person_id, username) select id, ${username} from person where id = ${personId} and not is_system
    on conflict (person_id) do update set username = excluded.username where account.username <> excluded.username
    returning username`);
  if (opened) tx.emit(accountOpened(personId, {}));
}

/**
 * A one-time link by which the holder chooses a password. The old password and every session end at once, so this is also what to do
 * when one was lost or seen. The link is told only now; its hash is kept. @throws Problem not-found (404) without an account
 */
export async function invite(tx: Tx, personId: string): Promise<Omit<Invitation, 'sentTo'>> {
  assertMay(tx, 'administer');
  const { link, hash, until } = newInvitation(tx.now, config().PUBLIC_URL);
  const [account] = await tx.rows<{ username: string }>(sql`
    update account set invitation_hash = ${hash}, invitation_until = ${until}, password_hash = null, failures = 0,
           locked_until = null where person_id = ${personId} returning username`);
  if (!account) throw common.notFound();
  await endSessions(tx, personId);
  tx.emit(accountInvited(personId, { until: until.toISOString() }));
  return { link, until: until.toISOString() };
}

/** Locks an account and ends its sessions. @throws Problem not-found (404), last-administrator (409) */
export async function lockAccount(tx: Tx, personId: string): Promise<void> {
  assertMay(tx, 'administer');
  const [locked] = await tx.rows(sql`
    update account set disabled_at = ${tx.now} where person_id = ${personId} and disabled_at is null returning person_id`);
  if (!locked) throw common.notFound();
  await assertAdministratorRemains(tx);
  await endSessions(tx, personId);
  tx.emit(accountLocked(personId, {}));
}

/** Opens a locked account again, also one that failed sign-ins have closed for a while. @throws Problem not-found (404) */
export async function unlockAccount(tx: Tx, personId: string): Promise<void> {
  assertMay(tx, 'administer');
  const [unlocked] = await tx.rows(sql`
    update account set disabled_at = null, locked_until = null, failures = 0 where person_id = ${personId} returning person_id`);
  if (!unlocked) throw common.notFound();
  tx.emit(accountUnlocked(personId, {}));
}

const endSessions = (tx: Tx, personId: string) => tx.rows(sql`delete from session where person_id = ${personId}`);
