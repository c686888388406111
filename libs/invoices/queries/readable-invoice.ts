import { problems, type Tx } from '#kernel';
import { assertVisible } from '#documents';
import type { Invoice } from '#einvoice';
import sql from 'sql-template-tag';

export interface ReadableInvoice {
  readonly invoice: Invoice;
  readonly registerNumber: string | null;
  readonly registeredAt: Date | null;
  /** The file as it came; the XML may be inside. */
  readonly source: { sha256: string; name: string };
  /** The PDF that people see: the hybrid itself, or one that came along. */
  readonly pdf: { sha256: string; name: string } | null;
}

/** The invoice as its machine-readable form says it, and the files it is in. @throws Problem not-found (404) when no machine reads it */
export async function readableInvoice(tx: Tx, invoiceId: string): Promise<ReadableInvoice> {
  await assertVisible(tx, invoiceId);
  const row = await tx.row<ReadableInvoice & { invoice: Invoice | null }>(sql`
    select r.invoice, d.number as "registerNumber", d.registered_at as "registeredAt", jsonb_build_object('sha256', r.sha256, 'name', r.file_name) as source,
           (select jsonb_build_object('sha256', f.sha256, 'name', f.name)
              from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
             where f.document_id = i.id and f.superseded_at is null and s.media_type = 'application/pdf' order by f.role = 'main' desc, f.place limit 1) as pdf
      from invoice i join document d on d.id = i.id
      join invoice_recognition r on r.institution_id = i.institution_id and r.sha256 = i.source_sha256
     where i.id = ${invoiceId} and not i.is_typed_by_hand`);
  if (!row?.invoice) throw problems.notFound();
  return row;
}
