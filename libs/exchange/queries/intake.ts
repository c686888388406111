import { problems, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { IntakeCard, IntakeFile, IntakeItem, IntakePage, IntakeQuery } from '../contract.ts';

const PAGE = 100;
const COUNT_LIMIT = 1000;

/** What the validation found in the signatures of the item's files, the gravest; nothing where nothing is signed. */
const signatureOf = sql`(
  select case when bool_or(r.verdict = 'reject') then 'reject' when bool_or(r.verdict in ('indeterminate', 'error')) then 'indeterminate'
              when bool_or(r.verdict = 'accept') then 'accept' end
    from received_file rf join signature_report r on r.sha256 = rf.sha256 and r.superseded_at is null where rf.item_id = i.id)`;

/** What came in, newest first; without a wish: what waits to be registered. */
export async function intakeList(tx: Tx, { state, channel, signature, before }: IntakeQuery): Promise<IntakePage> {
  assertMay(tx, 'register documents');
  const where = sql`i.state = ${state} ${channel ? sql`and i.channel = ${channel}` : sql``}
    ${signature ? sql`and ${signatureOf} in ('reject', 'indeterminate')` : sql``}`;
  const after = before
    ? sql`and (i.received_at, i.id) < (select received_at, id from received_item where id = ${before})`
    : sql``;
  const rows = await tx.rows<IntakeItem>(sql`
    select i.id, i.channel, i.received_at as "receivedAt", i.sender_name as "senderName", i.sender_address as "senderAddress", i.subject, i.state,
           i.document_id as "documentId", f.files,
           case when f.severities || i.findings @> '[{"severity": "refused"}]' then 'refused'
                when f.severities || i.findings @> '[{"severity": "warning"}]' then 'warning'
                when f.severities || i.findings @> '[{"severity": "info"}]' then 'info' end as severity,
           ${signatureOf} as signature
      from (select * from received_item i where ${where} ${after} order by i.received_at desc, i.id desc limit ${PAGE + 1}) i
      cross join lateral (
        select count(*)::int as files, coalesce(jsonb_path_query_array(jsonb_agg(rf.findings), '$[*][*]'), '[]') as severities
          from received_file rf where rf.item_id = i.id
      ) f
     order by i.received_at desc, i.id desc`);
  const count = await tx.row<{ count: number }>(sql`
    select count(*)::int from (select 1 from received_item i where ${where} limit ${COUNT_LIMIT}) t`);
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : null, count: count!.count };
}

/** One received item with its files and what was found about them. @throws Problem not-found (404) */
export async function intakeCard(tx: Tx, itemId: string): Promise<IntakeCard> {
  assertMay(tx, 'register documents');
  const item = await tx.row<Omit<IntakeCard, 'files'>>(sql`
    select i.id, i.channel, i.received_at as "receivedAt", i.sender_name as "senderName", i.sender_address as "senderAddress", i.subject, i.body,
           i.sent_on as "sentOn", i.state, i.document_id as "documentId", i.dismissed_reason as "dismissedReason", s.media_type as "rawMediaType",
           s.size as "rawSize", i.findings
      from received_item i join stored_file s on s.institution_id = i.institution_id and s.sha256 = i.raw_sha256
     where i.id = ${itemId}`);
  if (!item) throw problems.notFound();
  const files = await tx.rows<IntakeFile>(sql`
    select id, place, name, sha256, media_type as "mediaType", size, findings from received_file where item_id = ${itemId} order by place`);
  return { ...item, files };
}

interface ReceivedBytes {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
}

/** A received file, for reading. @throws Problem not-found (404) */
export async function receivedFile(tx: Tx, fileId: string): Promise<ReceivedBytes> {
  assertMay(tx, 'register documents');
  const file = await tx.row<ReceivedBytes>(sql`
    select sha256, name, media_type as "mediaType", size from received_file where id = ${fileId}`);
  if (!file) throw problems.notFound();
  return file;
}

/** The sending exactly as it came, for reading. @throws Problem not-found (404) */
export async function receivedRaw(tx: Tx, itemId: string): Promise<ReceivedBytes> {
  assertMay(tx, 'register documents');
  const raw = await tx.row<Omit<ReceivedBytes, 'name'>>(sql`
    select s.sha256, s.media_type as "mediaType", s.size from received_item i
      join stored_file s on s.institution_id = i.institution_id and s.sha256 = i.raw_sha256 where i.id = ${itemId}`);
  if (!raw) throw problems.notFound();
  return { ...raw, name: raw.mediaType === 'message/rfc822' ? 'vestule.eml' : 'sanemtais' };
}
