import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { systemActor, v7, type Actor, type Tx } from '#kernel';
import { config, log, Transactions } from '#platform';
import { openCms, validate, type Fetcher, type FindData, type Report } from '#signatures';
import { open } from 'node:fs/promises';
import sql, { type Sql } from 'sql-template-tag';
import { demoAuthority } from './adapters/demo-authority.ts';
import { signaturesChecked } from './validation-facts.ts';
import { evidenceKeep, inquiry, networkOf } from './trust/evidence.ts';
import { InstitutionTrust } from './trust/institution-trust.ts';
import type { TrustState } from './validation-contract.ts';

/** Media types in which signatures come. */
const SIGNABLE = [
  'application/pdf',
  'application/vnd.etsi.asic-e+zip',
  'application/vnd.etsi.asic-s+zip',
  'application/zip',
  'application/xml',
  'text/xml',
];

/** Whether a file may hold signatures: by its type, or as a CMS file (RFC 8551 §3.2.1), whose type is only bytes. */
export const mayBeSigned = (mediaType: Sql, name: Sql): Sql =>
  sql`(${mediaType} = any(${SIGNABLE}) or ${name} ~* '\.(p7s|p7m|p7b)$')`;

/** Validates stored files and keeps every report. */
@Injectable()
export class SignatureReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
    private readonly trust: InstitutionTrust,
  ) {}

  /** Validates one stored file against what is trusted now; the report takes the place of the earlier one, which stays readable. */
  async check(institutionId: string, sha256: string, askedBy: string | null = null): Promise<void> {
    const head = await this.store.withFile(sha256, headOf);
    const isXml = /^(?:\xef\xbb\xbf)?\s*</.test(head.toString('latin1'));
    if (isXml && !(await this.store.read(sha256)).includes(XML_SIGNATURE)) return;
    const actor = systemActor(institutionId);
    const { trust, state } = await this.trust.of(actor);
    const network = await withDemonstration(await networkOf(this.transactions, actor));
    const { fetcher, unreachable } = inquiry(network, evidenceKeep(this.transactions, actor));
    const data = this.beside(actor, sha256);
    // A container of any size is read as a file, in pieces; everything else is judged in memory, away from other files.
    const report = isZip(head)
      ? await this.store.withFile(sha256, (path) => validate(path, { trust, fetcher }))
      : await validate(await this.store.read(sha256), { trust, fetcher, data });
    log.debug({ sha256, verdict: report.verdict }, 'signatures checked');
    const against: TrustState = { ...state, unreachable: [...unreachable] };
    await this.transactions.run(actor, (tx) => keepReport(tx, { sha256, report, against, askedBy }));
  }

  /** What a detached signature is about: the file beside it whose name it carries, the only one, or the text of its e-mail. */
  private beside(actor: Actor, sha256: string): FindData {
    return async (name) => {
      const files = await this.transactions.run(actor, (tx) => tx.rows<FileBeside>(filesBeside(sha256)));
      const named = files.find((file) => file.name === (name ?? file.wanted));
      const found = named ?? (name === undefined && files.length === 1 ? files[0] : undefined);
      if (found) return { name: found.name, content: await this.store.read(found.sha256) };
      const raw = await this.transactions.run(actor, (tx) => tx.row<{ sha256: string }>(mailAround(sha256)));
      return raw && openCms(await this.store.read(raw.sha256))?.content;
    };
  }
}

/** The demonstration's authority answers in this process, without a network. */
async function withDemonstration(network: Fetcher): Promise<Fetcher> {
  if (config().DEMO !== '1') return network;
  const { fetcher } = await demoAuthority();
  return async (url, ask) => {
    try {
      return await fetcher(url, ask);
    } catch {
      return network(url, ask);
    }
  };
}

const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isZip = (head: Buffer): boolean => head.toString('latin1', 0, 4) === 'PK\u0003\u0004';

interface FileBeside {
  readonly sha256: string;
  readonly name: string;
  /** The name of the signature without its last ending. */
  readonly wanted: string;
}

/** The other files of the items and documents that hold this one. */
const filesBeside = (sha256: string): Sql => sql`
  select distinct o.sha256, o.name, regexp_replace(f.name, '\.[^.]+$', '') as wanted
    from received_file f join received_file o on o.item_id = f.item_id where f.sha256 = ${sha256} and o.sha256 <> ${sha256}
   union
  select o.sha256, o.name, regexp_replace(f.name, '\.[^.]+$', '')
    from document_file f join document_file o on o.document_id = f.document_id and o.superseded_at is null
   where f.sha256 = ${sha256} and o.sha256 <> ${sha256}
   limit 50`;

const mailAround = (sha256: string): Sql => sql`
  select i.raw_sha256 as sha256 from received_file f join received_item i on i.id = f.item_id
    join stored_file s on s.institution_id = i.institution_id and s.sha256 = i.raw_sha256
   where f.sha256 = ${sha256} and s.media_type = 'message/rfc822' limit 1`;

interface NewReport {
  readonly sha256: string;
  readonly report: Report;
  readonly against: TrustState;
  readonly askedBy: string | null;
}

/** Keeps the report and tells it of every document and received item that holds the file. */
async function keepReport(tx: Tx, { sha256, report, against, askedBy }: NewReport): Promise<void> {
  const { verdict } = report;
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`signature report ${sha256}`}, 0))`);
  await tx.rows(
    sql`update signature_report set superseded_at = ${tx.now} where sha256 = ${sha256} and superseded_at is null`,
  );
  await tx.rows(sql`
    insert into signature_report (id, sha256, checked_at, verdict, report, trust, asked_by)
    values (${v7(tx.now)}, ${sha256}, ${tx.now}, ${verdict}, ${JSON.stringify(report)}::jsonb, ${JSON.stringify(against)}::jsonb, ${askedBy})`);
  const holders = await tx.rows<{ id: string }>(sql`
    select document_id as id from document_file where sha256 = ${sha256}
     union select item_id from received_file where sha256 = ${sha256}`);
  for (const { id } of holders) tx.emit(signaturesChecked(id, { sha256, verdict }));
}
