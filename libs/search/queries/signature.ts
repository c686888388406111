import sql, { type Sql } from 'sql-template-tag';
import type { SearchQuery } from '../contract.ts';

type Signature = NonNullable<SearchQuery['signature']>;

const reports = sql`
  document_file f join signature_report r on r.sha256 = f.sha256 and r.superseded_at is null
   where f.document_id = d.id and f.superseded_at is null`;

/** How document `d` is signed: the worst that the validation found on its current files. */
export const signatureOf = sql`coalesce((
  select case when bool_or(r.verdict in ('reject', 'error')) then 'rejected' when bool_or(r.verdict = 'indeterminate') then 'indeterminate'
              when bool_or(r.verdict = 'accept') then 'accepted' end from ${reports}), 'none')`;

const VERDICTS = { accepted: ['accept'], indeterminate: ['indeterminate'], rejected: ['reject', 'error'] };

/** Whether document `d` is signed so. Verdicts are few, so they are looked for first. */
export const isSigned = (signature: Signature): Sql =>
  signature === 'none'
    ? sql`${signatureOf} = 'none'`
    : sql`(exists (select from ${reports} and r.verdict = any(${VERDICTS[signature]})) and ${signatureOf} = ${signature})`;
