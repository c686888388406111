import { allKinds } from '#documents';
import type { Day, Tx } from '#kernel';
import sql from 'sql-template-tag';

export interface Measured {
  readonly id: string;
  readonly kind: string;
  readonly direction: 'incoming' | 'outgoing' | 'internal';
  readonly medium: 'electronic' | 'paper' | 'hybrid';
  readonly channel: string | null;
  readonly register: string | null;
  readonly registeredOn: Day;
  readonly dueOn: Day | null;
  readonly unitId: string;
  readonly state: string;
}

/** A registered document as it stands; cancelled and unregistered ones are measured by nobody. */
export const registeredDocument = (tx: Tx, id: string): Promise<Measured | undefined> =>
  tx.row<Measured>(sql`
    select d.id, d.kind, d.direction, d.medium, d.channel, r.code as register, d.registered_on as "registeredOn", d.due_on as "dueOn",
           d.unit_id as "unitId", d.state
      from document d left join register r on r.id = d.register_id
     where d.id = ${id} and d.registered_on is not null and d.state <> 'cancelled'`);

/** Whether it is a letter or a submission: what the questionnaire calls received documents. */
export const isCorrespondence = ({ kind }: Measured): boolean =>
  ['correspondence', 'submission'].includes(allKinds.get(kind)?.group ?? '');

/** What every point of a document says. */
export const pointOf = ({ id, registeredOn, unitId, channel }: Measured) => ({
  documentId: id,
  day: registeredOn,
  unitId,
  channel,
});

interface FactOf {
  readonly type: string;
  readonly day: Day;
  readonly data: Record<string, unknown>;
}

/** The document's facts of these types, oldest first. */
export const factsOf = (tx: Tx, subjectId: string, types: readonly string[]): Promise<FactOf[]> =>
  tx.rows<FactOf>(sql`
    select type, (at at time zone 'Europe/Riga')::date as day, data from journal
     where subject_id = ${subjectId} and type = any(${[...types]}) order by seq`);
