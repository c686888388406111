import { systemActor } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { ChosenPassword } from '../contract.ts';
import { passwordChosen } from '../facts.ts';
import { hashPassword } from '../password.ts';
import { problems } from '../problems.ts';
import { hashToken } from '../session.guard.ts';

/** The holder of a one-time link chooses a password; the link is spent. @throws Problem invitation-ended (404) */
export async function choosePassword(
  dataSource: DataSource,
  transactions: Transactions,
  { token, password }: ChosenPassword,
): Promise<void> {
  const [account] = await dataSource.query<{ person_id: string; institution_id: string }[]>(
    `select person_id, institution_id from find_invitation($1)`,
    [hashToken(token)],
  );
  if (!account) throw problems.invitationEnded();
  const hash = await hashPassword(password);
  const holder = { ...systemActor(account.institution_id), personId: account.person_id };
  await transactions.run(holder, async (tx) => {
    const [chosen] = await tx.rows(sql`
      update account set password_hash = ${hash}, invitation_hash = null, invitation_until = null
       where person_id = ${account.person_id} and invitation_hash = ${hashToken(token)} returning person_id`);
    if (!chosen) throw problems.invitationEnded();
    tx.emit(passwordChosen(account.person_id, {}));
  });
}
