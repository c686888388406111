import type { Tx } from '#kernel';
import { may } from '#organisation';
import { approvalsFor, approvalsOf } from '../approvals.ts';
import { decidersOf } from '../commands/take-invoice.ts';
import type { InvoiceAct, InvoiceState } from '../contract.ts';

interface Situation {
  readonly id: string;
  readonly state: InvoiceState;
  readonly unitId: string;
  readonly accountState: string;
  readonly hasLines: boolean;
  /** Stands in a payment order, or is partly paid. */
  readonly isBeingPaid: boolean;
}

/** What the reader may do with an invoice now: the same conditions that the commands check. */
export async function actsFor(
  tx: Tx,
  { id, state, unitId, accountState, hasLines, isBeingPaid }: Situation,
): Promise<InvoiceAct[]> {
  const { actor } = tx;
  const [handles, releases] = [may(actor, 'handle invoices'), may(actor, 'approve payments')];
  const deciders = await decidersOf(tx, id);
  const isNew = (...acts: string[]) => acts.every((act) => !deciders.get(act)?.has(actor.personId));
  const approvals = state === 'registered' ? await approvalsOf(tx, id) : [];
  const isAsked = approvals.some(({ doneAt, personId }) => !doneAt && actor.actsFor.includes(personId));
  const isReceiver = approvals.length
    ? approvalsFor(actor, unitId, approvals).length > 0
    : state === 'registered' && may(actor, 'resolve', unitId);
  const isUnconfirmed = accountState === 'new' || accountState === 'changed';
  const isBefore = ['registered', 'approved', 'coded', 'controlled'].includes(state);
  const acts: [InvoiceAct, boolean][] = [
    ['approve', isReceiver],
    ['code', state === 'approved' && handles],
    ['control', state === 'coded' && handles && isNew('approve', 'code') && !isUnconfirmed],
    ['release', state === 'controlled' && releases && isNew('control')],
    ['pay', state === 'for-payment' && handles && !isBeingPaid],
    ['confirm-account', isBefore && isUnconfirmed && releases],
    ['code', state === 'coded' && handles],
    ['share-lines', state === 'registered' && hasLines && (handles || isAsked)],
    ['match', isBefore && handles],
    ['reject', (isBefore && (handles || isAsked)) || (state === 'for-payment' && !isBeingPaid && handles)],
  ];
  return acts.flatMap(([act, isPossible]) => (isPossible ? [act] : []));
}
