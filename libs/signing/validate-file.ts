import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { systemActor, v7, type Actor, type Tx } from '#kernel';
import { config, log, Transactions } from '#platform';
import { validate, type Fetcher, type FindData, type Report, type ValidateOptions, type Verdict } from '#signatures';
import { open } from 'node:fs/promises';
import sql, { type Sql } from 'sql-template-tag';
import { demoAuthority } from './adapters/demo-authority.ts';
import { dataIn, placesOf } from './detached-data.ts';
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
  'application/pkcs7-signature',
  'application/xml',
  'text/xml',
];

/** By its name a CMS file (RFC 8551 §3.2.1); as PEM it is of a text's type. */
export const isDetached = (name: Sql): Sql => sql`${name} ~* '[.](p7s|p7m|p7b)$'`;

/** Whether a file may hold signatures. */
export const mayBeSigned = (mediaType: Sql, name: Sql): Sql =>
  sql`(${mediaType} = any(${SIGNABLE}) or ${isDetached(name)})`;

/** A report, and what was trusted when it was made. */
export interface Judged {
  readonly report: Report;
  readonly against: TrustState;
}

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
    const actor = systemActor(institutionId);
    const judged = await this.judge(actor, sha256);
    if (judged) await this.transactions.run(actor, (tx) => keepReport(tx, { sha256, ...judged, askedBy }));
  }

  /** What a stored file's signatures are worth now; nothing for XML without any. */
  async judge(actor: Actor, sha256: string): Promise<Judged | undefined> {
    const head = await this.store.withFile(sha256, headOf);
    const isXml = /^(?:\xef\xbb\xbf)?\s*</.test(head.toString('latin1'));
    if (isXml && !(await this.store.read(sha256)).includes(XML_SIGNATURE)) return undefined;
    const { trust, state } = await this.trust.of(actor);
    const network = await withDemonstration(await networkOf(this.transactions, actor));
    const { fetcher, unreachable } = inquiry(network, evidenceKeep(this.transactions, actor));
    // A container of any size is read as a file, in pieces; everything else is judged in memory, away from other files.
    const report = isZip(head)
      ? await this.store.withFile(sha256, (path) => validate(path, { trust, fetcher }))
      : await this.checkInPlaces(actor, sha256, { trust, fetcher });
    log.debug({ sha256, verdict: report.verdict }, 'signatures checked');
    return { report, against: { ...state, unreachable: [...unreachable] } };
  }

  /** A detached signature must hold in every place where it lies beside data: the same one may come again with other data. */
  private async checkInPlaces(actor: Actor, sha256: string, options: ValidateOptions): Promise<Report> {
    const bytes = await this.store.read(sha256);
    let worst: Report | undefined;
    for (const place of await this.transactions.run(actor, (tx) => placesOf(tx, sha256))) {
      const find = dataIn(this.store, place);
      let [isAsked, isFound] = [false, false];
      const data: FindData = async (name) => {
        isAsked = true;
        const found = await find(name);
        isFound ||= found !== undefined;
        return found;
      };
      const report = await validate(bytes, { ...options, data });
      if (!isAsked) return report;
      if (isFound && (!worst || isGraver(report, worst))) worst = report;
    }
    return worst ?? validate(bytes, { ...options, data: async () => undefined });
  }
}

const GRAVITY: Verdict[] = ['accept', 'no-signature', 'indeterminate', 'error', 'reject'];
const isGraver = (one: Report, other: Report): boolean => GRAVITY.indexOf(one.verdict) > GRAVITY.indexOf(other.verdict);

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

interface NewReport extends Judged {
  readonly sha256: string;
  readonly askedBy: string | null;
}

/** Keeps the report and tells it of every document and received item that holds the file. */
export async function keepReport(tx: Tx, { sha256, report, against, askedBy }: NewReport): Promise<void> {
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
