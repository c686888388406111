import { leafHash } from './merkle.ts';

/** Every column of the journal as text, exactly as the database keeps it: the commit order and microseconds included. */
export const ROW_COLUMNS = `seq::text, xid::text, id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  institution_id::text, actor_id::text, on_behalf_of::text, type, subject_id::text, data::text, request_id`;

export interface JournalRow {
  readonly seq: string;
  readonly xid: string;
  readonly id: string;
  readonly at: string;
  readonly institution_id: string;
  readonly actor_id: string;
  readonly on_behalf_of: string | null;
  readonly type: string;
  readonly subject_id: string;
  readonly data: string;
  readonly request_id: string | null;
}

/** The names of the sealed columns, in the order in which they are sealed. */
export const SEALED = [
  'seq',
  'xid',
  'id',
  'at',
  'institution_id',
  'actor_id',
  'on_behalf_of',
  'type',
  'subject_id',
  'data',
  'request_id',
] as const satisfies readonly (keyof JournalRow)[];

/** The canonical bytes of a row: a JSON array of its columns as text. Whoever has the row can make them again. */
export const rowBytes = (row: JournalRow): Buffer => Buffer.from(JSON.stringify(SEALED.map((column) => row[column])));

export const rowHash = (row: JournalRow): Buffer => leafHash(rowBytes(row));
