import { randomBytes } from 'node:crypto';
import { systemActor, type Tx } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { SignIn } from '../contract.ts';
import { signedIn, signInFailed } from '../facts.ts';
import { passwordMatches } from '../password.ts';
import { problems } from '../problems.ts';
import { hashToken } from '../session.guard.ts';

/** After this many failures in a row the account is closed for LOCK_MINUTES. */
const ALLOWED_FAILURES = 5;
const LOCK_MINUTES = 15;
export const SESSION_HOURS = 12;

interface Account {
  person_id: string;
  institution_id: string;
  password_hash: string | null;
  failures: number;
  locked_until: Date | null;
  disabled_at: Date | null;
}

/**
 * Opens a session and answers its secret token; only the token's hash is stored.
 * @throws Problem wrong-credentials (401) for an unknown name and a wrong password alike, account-locked (423) after failures,
 *   account-disabled (423) by an administrator
 */
export async function signIn(
  dataSource: DataSource,
  transactions: Transactions,
  { username, password }: SignIn,
): Promise<string> {
  const [account] = await dataSource.query<Account[]>(`select * from find_account($1)`, [username]);
  const matches = await passwordMatches(password, account?.password_hash ?? null);
  if (!account) throw problems.wrongCredentials();
  const system = systemActor(account.institution_id);
  if (account.locked_until && account.locked_until > new Date()) {
    throw problems.accountLocked({ lockedUntil: account.locked_until.toISOString() });
  }
  if (!matches) {
    const lockedUntil = await transactions.run(system, (tx) => countFailure(tx, account));
    throw lockedUntil
      ? problems.accountLocked({ lockedUntil: lockedUntil.toISOString() })
      : problems.wrongCredentials();
  }
  if (account.disabled_at) throw problems.accountDisabled();
  return transactions.run({ ...system, personId: account.person_id }, (tx) => openSession(tx));
}

async function countFailure(tx: Tx, account: Account): Promise<Date | null> {
  const lock = new Date(tx.now.getTime() + LOCK_MINUTES * 60_000);
  const [row] = await tx.rows<{ locked_until: Date | null }>(sql`
    update account set failures = case when failures + 1 >= ${ALLOWED_FAILURES} then 0 else failures + 1 end,
           locked_until = case when failures + 1 >= ${ALLOWED_FAILURES} then ${lock}::timestamptz end
     where person_id = ${account.person_id} returning locked_until`);
  const lockedUntil = row?.locked_until ?? null;
  tx.emit(signInFailed(account.person_id, { locked: lockedUntil !== null }));
  return lockedUntil;
}

/** Opens a session for the acting person, whatever proved who it is. */
export async function openSession(tx: Tx): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { personId } = tx.actor;
  const expires = new Date(tx.now.getTime() + SESSION_HOURS * 3_600_000);
  await tx.rows(
    sql`update account set failures = 0, locked_until = null, last_sign_in_at = ${tx.now} where person_id = ${personId}`,
  );
  await tx.rows(sql`delete from session where person_id = ${personId} and expires_at < ${tx.now}`);
  await tx.rows(sql`insert into session (token_hash, person_id, created_at, seen_at, expires_at)
    values (${hashToken(token)}, ${personId}, ${tx.now}, ${tx.now}, ${expires})`);
  tx.emit(signedIn(personId, {}));
  return token;
}
