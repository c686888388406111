import { dayOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { SittingView } from '../contract.ts';
import { sittingView } from '../queries/sitting-view.ts';

export interface Interval {
  readonly personId: string;
  readonly mode: 'in-person' | 'remote';
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string | null;
}

/** Everything a protocol is written from. */
export interface ProtocolRecord {
  readonly sitting: SittingView;
  readonly intervals: readonly Interval[];
  readonly breaks: readonly { from: Date; until: Date | null }[];
  readonly institution: { nameGenitive: string; placeLocative: string; contacts: string };
  /** What is written: the open part, or the closed part with its own paper. */
  readonly part: 'open' | 'closed';
  /** The day of the sitting, and of the papers made there. */
  readonly day: string;
}

/** Reads a sitting for its protocol, as the actor may see it. @throws Problem not-found (404) */
export async function protocolRecord(
  tx: Tx,
  sittingId: string,
  part: 'open' | 'closed' = 'open',
): Promise<ProtocolRecord> {
  const sitting = await sittingView(tx, sittingId);
  const intervals = await tx.rows<Interval>(sql`
    select person_id as "personId", mode, from_at as "from", until_at as "until", left_reason as reason from attendance
     where sitting_id = ${sittingId} order by from_at, person_id`);
  const breaks = await tx.rows<{ from: Date; until: Date | null }>(sql`
    select from_at as "from", until_at as "until" from sitting_break where sitting_id = ${sittingId} order by from_at`);
  const institution = await institutionOf(tx);
  return { sitting, intervals, breaks, institution, part, day: dayOf(new Date(sitting.openedAt ?? sitting.startsAt)) };
}

interface InstitutionRow {
  name_genitive: string;
  place_locative: string;
  registration_number: string;
  address: string;
  phone: string;
  email: string;
  e_address: string;
}

/** The head of the institution's papers (Cabinet regulation 558: author, place, contacts). */
export async function institutionOf(tx: Tx): Promise<ProtocolRecord['institution']> {
  const row = await tx.row<InstitutionRow>(sql`
    select name_genitive, place_locative, registration_number, address, phone, email, e_address from institution where id = ${tx.actor.institutionId}`);
  const { name_genitive, place_locative, registration_number, address, phone, email, e_address } = row!;
  return {
    nameGenitive: name_genitive,
    placeLocative: place_locative,
    contacts: `Reģ.\u00a0Nr.\u00a0${registration_number}, ${address}, tālr.\u00a0${phone}, e-pasts\u00a0${email}, e-adrese\u00a0${e_address}`,
  };
}
