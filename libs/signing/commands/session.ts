import { randomBytes } from 'node:crypto';
import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { AwaitedValues, Departure, RemoteCredential } from '../adapters/signature-provider.ts';
import type { Prepared } from './make-signature.ts';
import type { Form } from './paper-to-sign.ts';

/** How long one waits for the person; how long a received signature waits for its time stamp. */
export const MINUTES_FOR_PERSON = 15;
export const HOURS_FOR_TIMESTAMP = 24;
/** A process that works on a session says so for this long; after that its work counts as interrupted. */
export const SECONDS_OF_CLAIM = 120;

export type SessionState =
  | 'identifying' // the person is at the trust service, to say who they are
  | 'prepared' // everything is ready; the person's consent or the device's value is missing
  | 'signing' // values are being obtained, or the trust service makes them in its own time (`remote.awaited`)
  | 'finishing' // values are here and go into the documents, with a time stamp
  | 'completed'
  | 'cancelled'
  | 'expired';

/** One consent of one person, for one or several documents. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly provider: string;
  readonly state: SessionState;
  /** Kind of the problem for which it stands where it stands. */
  readonly reason: string | null;
  readonly certificateSubject: string | null;
  /** Of the personal identifier in the certificate; bound to the person by the first signature. */
  readonly identifierHash: Buffer | null;
  readonly remote: Remote | null;
  readonly claimedUntil: Date | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What a session at a trust service must remember between its pages and ours. */
export interface Remote {
  /** `<session>.<nonce>`, repeated by the service when the person comes back; each departure has its own. */
  readonly state: string;
  readonly departure?: Departure;
  readonly credential?: RemoteCredential;
  readonly awaited?: AwaitedValues;
}

/** RFC 6749 §10.12: nobody else can know it. */
export const newState = (sessionId: string) => `${sessionId}.${randomBytes(24).toString('base64url')}`;

/** One document of a session. `valued`: its signature was received. */
export interface Item {
  readonly id: string;
  readonly place: number;
  readonly stepId: string;
  readonly documentId: string;
  readonly form: Form;
  readonly source: string | null;
  readonly prepared: Prepared | null;
  readonly value: Buffer | null;
  readonly state: 'prepared' | 'valued' | 'signed' | 'failed';
  readonly reason: string | null;
}

const sessionColumns = sql`id, person_id as "personId", provider, state, reason, certificate_subject as "certificateSubject", identifier_hash as "identifierHash", remote,
  claimed_until as "claimedUntil", created_at as "createdAt", expires_at as "expiresAt"`;

/** The acting person's session, locked. @throws Problem not-found (404) */
export async function lockSession(tx: Tx, id: string): Promise<Session> {
  const session = await tx.row<Session>(
    sql`select ${sessionColumns} from signing_session where id = ${id} and person_id = ${tx.actor.personId} for update`,
  );
  if (!session) throw common.notFound();
  return session;
}

/** Sessions of the acting person, the newest first. */
export const sessionsOf = (tx: Tx, only: ReturnType<typeof sql>): Promise<Session[]> =>
  tx.rows<Session>(
    sql`select ${sessionColumns} from signing_session where person_id = ${tx.actor.personId} and ${only} order by created_at desc limit 50`,
  );

export const itemsOf = (tx: Tx, sessionId: string): Promise<Item[]> =>
  tx.rows<Item>(sql`
    select id, place, step_id as "stepId", document_id as "documentId", form, source_sha256 as source, prepared, signature_value as value, state, reason
      from signing_item where session_id = ${sessionId} order by place`);

/** Whether another process is at work on it this moment. */
export const isClaimed = ({ claimedUntil }: Session, now: Date) => claimedUntil !== null && claimedUntil > now;

export const claimFrom = (now: Date) => new Date(now.getTime() + SECONDS_OF_CLAIM * 1000);

/** Ends a session; what led to the trust service and what was prepared is forgotten. */
export async function endSession(
  tx: Tx,
  id: string,
  state: 'completed' | 'cancelled' | 'expired',
  reason: string | null = null,
): Promise<void> {
  await tx.rows(
    sql`update signing_session set state = ${state}, reason = ${reason}, remote = null, claimed_until = null where id = ${id}`,
  );
  await tx.rows(sql`
    update signing_item set prepared = null, signature_value = null, state = case state when 'signed' then state else 'failed' end,
           reason = case state when 'signed' then null else coalesce(reason, ${reason ?? `signing-${state}`}) end
     where session_id = ${id}`);
}
