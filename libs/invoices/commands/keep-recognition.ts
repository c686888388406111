import type { Tx } from '#kernel';
import { ruleSet, type Invoice, type Recognition } from '#einvoice';
import sql from 'sql-template-tag';
import { invoiceRecognised } from '../facts.ts';
import { withoutAttachments } from '../invoice-fields.ts';

/** More findings than anybody reads are counted, not kept. */
const KEPT_FINDINGS = 200;

export interface RecognisedFile {
  readonly itemId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly recognition: Recognition;
  readonly invoice: Invoice | null;
}

/** Keeps what a machine reads of a file, by its hash and with the rule set that judged it. Safe to repeat: the later verdict counts. */
export async function keepRecognition(
  tx: Tx,
  { itemId, sha256, fileName, recognition, invoice }: RecognisedFile,
): Promise<void> {
  const { findings, reason } = recognition;
  const fatal = findings.filter(({ severity }) => severity === 'fatal').length;
  const first = [...findings].toSorted((a, b) => a.severity.localeCompare(b.severity)).slice(0, KEPT_FINDINGS);
  const model = invoice && JSON.stringify(withoutAttachments(invoice));
  const isNew = await tx.row<{ isNew: boolean }>(sql`
    insert into invoice_recognition (sha256, file_name, class, machine_readable, en16931, peppol, source, syntax, document, specification, profile,
                                     reason, findings, fatal_count, warning_count, rule_set, invoice, recognised_at)
    values (${sha256}, ${fileName}, ${recognition.class}, ${recognition.machineReadable}, ${recognition.en16931}, ${recognition.peppol},
            ${recognition.source}, ${recognition.syntax}, ${recognition.document}, ${recognition.specification}, ${recognition.profile},
            ${JSON.stringify({ lv: reason.lv, en: reason.en })}::jsonb, ${JSON.stringify(first)}::jsonb, ${fatal}, ${findings.length - fatal},
            ${`EN 16931 ${ruleSet.en16931}, Peppol BIS ${ruleSet.peppol}`}, ${model}::jsonb, ${tx.now})
    on conflict (institution_id, sha256) do update
       set class = excluded.class, machine_readable = excluded.machine_readable, en16931 = excluded.en16931, peppol = excluded.peppol,
           findings = excluded.findings, fatal_count = excluded.fatal_count, warning_count = excluded.warning_count,
           rule_set = excluded.rule_set, invoice = excluded.invoice, recognised_at = excluded.recognised_at
    returning xmax = 0 as "isNew"`);
  if (!isNew?.isNew) return;
  tx.emit(
    invoiceRecognised(itemId, { sha256, class: recognition.class, machineReadable: recognition.machineReadable }),
  );
}
