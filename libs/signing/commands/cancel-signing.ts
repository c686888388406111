import type { Tx } from '#kernel';
import { problems } from '../problems.ts';
import { endSession, isClaimed, lockSession } from './session.ts';

/** Gives up a session whose signature was not received yet. @throws Problem signing-under-way (409) */
export async function cancelSigning(tx: Tx, sessionId: string): Promise<void> {
  const session = await lockSession(tx, sessionId);
  if (session.state === 'finishing' || isClaimed(session, tx.now)) throw problems.signingUnderWay({ sessionId });
  const isOpen = ['identifying', 'prepared', 'signing'].includes(session.state);
  if (isOpen) await endSession(tx, sessionId, 'cancelled');
}
