import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { systemActor, type Tx } from '#kernel';
import { config, log, Transactions } from '#platform';
import { loadTrust, mergeTrust, trustAnchors, validate, type Report, type Trust } from '#signatures';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { signaturesChecked } from './facts.ts';
import { demoAuthority } from './adapters/demo-authority.ts';

/** Media types in which signatures come. */
export const SIGNABLE = [
  'application/pdf',
  'application/vnd.etsi.asic-e+zip',
  'application/vnd.etsi.asic-s+zip',
  'application/zip',
  'application/xml',
  'text/xml',
];

/** Validates stored files and keeps the reports. */
@Injectable()
export class SignatureReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  /** Validates one stored file and keeps its report, replacing an earlier one. */
  async check(institutionId: string, sha256: string): Promise<void> {
    const bytes = await this.store.read(sha256);
    if (isUnsignedXml(bytes)) return;
    const { trust, fetcher } = await whatIsTrusted();
    const report = await validate(bytes, { trust, ...(fetcher ? { fetcher } : { offline: true }) });
    log.debug({ sha256, verdict: report.verdict }, 'signatures checked');
    await this.transactions.run(systemActor(institutionId), (tx) => keepReport(tx, sha256, report));
  }
}

/** Anchors of the installation (folder `trust` beside the keys); in the demonstration its own authority, which answers without a network. */
async function whatIsTrusted(): Promise<{
  trust: Trust;
  fetcher?: Awaited<ReturnType<typeof demoAuthority>>['fetcher'];
}> {
  const folder = join(config().KEYS_DIR, 'trust');
  const own = existsSync(folder) ? await loadTrust(folder) : trustAnchors([]);
  if (config().DEMO !== '1') return { trust: own };
  const authority = await demoAuthority();
  return { trust: mergeTrust([own, trustAnchors(authority.anchors)]), fetcher: authority.fetcher };
}

const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

/** An invoice and the like: XML that says nothing of signatures is not a signature that failed. */
const isUnsignedXml = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(bytes.toString('latin1', 0, 100)) && !bytes.includes(XML_SIGNATURE);

/** Keeps the report and tells it of every document that holds the file. */
async function keepReport(tx: Tx, sha256: string, report: Report): Promise<void> {
  const { verdict } = report;
  await tx.rows(sql`
    insert into signature_report (sha256, checked_at, verdict, report) values (${sha256}, ${tx.now}, ${verdict}, ${JSON.stringify(report)}::jsonb)
    on conflict (institution_id, sha256) do update set checked_at = excluded.checked_at, verdict = excluded.verdict, report = excluded.report`);
  const holders = await tx.rows<{ id: string }>(
    sql`select distinct document_id as id from document_file where sha256 = ${sha256}`,
  );
  for (const { id } of holders) tx.emit(signaturesChecked(id, { sha256, verdict }));
}
