import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { systemActor, v7, type Tx } from '#kernel';
import { config, log, Transactions } from '#platform';
import { validate, type Fetcher, type Report } from '#signatures';
import sql from 'sql-template-tag';
import { demoAuthority } from './adapters/demo-authority.ts';
import { signaturesChecked } from './validation-facts.ts';
import { evidenceKeep, inquiry, networkOf } from './trust/evidence.ts';
import { InstitutionTrust } from './trust/institution-trust.ts';
import type { TrustState } from './validation-contract.ts';

/** Media types in which signatures come. */
export const SIGNABLE = [
  'application/pdf',
  'application/vnd.etsi.asic-e+zip',
  'application/vnd.etsi.asic-s+zip',
  'application/zip',
  'application/xml',
  'text/xml',
];

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
    const bytes = await this.store.read(sha256);
    if (isUnsignedXml(bytes)) return;
    const actor = systemActor(institutionId);
    const { trust, state } = await this.trust.of(actor);
    const network = await withDemonstration(await networkOf(this.transactions, actor));
    const { fetcher, unreachable } = inquiry(network, evidenceKeep(this.transactions, actor));
    const report = await validate(bytes, { trust, fetcher });
    log.debug({ sha256, verdict: report.verdict }, 'signatures checked');
    const against: TrustState = { ...state, unreachable: [...unreachable] };
    await this.transactions.run(actor, (tx) => keepReport(tx, { sha256, report, against, askedBy }));
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

/** An invoice and the like: XML that says nothing of signatures is not a signature that failed. */
const isUnsignedXml = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(bytes.toString('latin1', 0, 100)) && !bytes.includes(XML_SIGNATURE);

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
