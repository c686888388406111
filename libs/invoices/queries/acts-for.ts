import type { Tx } from '#kernel';
import { may } from '#organisation';
import { decidersOf } from '../commands/take-invoice.ts';
import type { InvoiceAct, InvoiceState } from '../contract.ts';

interface Situation {
  readonly id: string;
  readonly state: InvoiceState;
  readonly unitId: string;
  readonly approverId: string | null;
  readonly accountState: string;
}

/** What the reader may do with an invoice now: the same conditions that the commands check. */
export async function actsFor(
  tx: Tx,
  { id, state, unitId, approverId, accountState }: Situation,
): Promise<InvoiceAct[]> {
  const { actor } = tx;
  const [handles, releases] = [may(actor, 'handle invoices'), may(actor, 'approve payments')];
  const deciders = await decidersOf(tx, id);
  const isNew = (...acts: string[]) => acts.every((act) => deciders.get(act) !== actor.personId);
  const isAsked = approverId !== null && actor.actsFor.includes(approverId);
  const isReceiver = state === 'registered' && (isAsked || may(actor, 'resolve', unitId));
  const isUnconfirmed = accountState === 'new' || accountState === 'changed';
  const isBefore = ['registered', 'approved', 'coded', 'controlled'].includes(state);
  const acts: [InvoiceAct, boolean][] = [
    ['approve', isReceiver],
    ['code', state === 'approved' && handles],
    ['control', state === 'coded' && handles && isNew('approve', 'code') && !isUnconfirmed],
    ['release', state === 'controlled' && releases && isNew('control')],
    ['pay', state === 'for-payment' && handles],
    ['confirm-account', isBefore && isUnconfirmed && releases],
    ['reject', isBefore && (handles || (state === 'registered' && isAsked))],
  ];
  return acts.flatMap(([act, isPossible]) => (isPossible ? [act] : []));
}
