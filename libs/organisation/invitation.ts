import { randomBytes } from 'node:crypto';
import { hashToken } from './session.guard.ts';

/** How long a one-time link opens. */
const INVITATION_HOURS = 72;

/** A one-time link by which a password is chosen; only its hash is kept. */
export function newInvitation(now: Date, publicUrl: string): { link: string; hash: Buffer; until: Date } {
  const token = randomBytes(32).toString('base64url');
  return {
    // After `#`, so that no server on the way keeps it in a log.
    link: new URL(`/choose-password#${token}`, publicUrl).href,
    hash: hashToken(token),
    until: new Date(now.getTime() + INVITATION_HOURS * 3_600_000),
  };
}
