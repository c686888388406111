import { Injectable } from '@nestjs/common';
import { parseInvoice, recognise, Refusal, type Invoice, type Recognition } from '#einvoice';
import { itemReceived } from '#exchange/facts';
import { extractText, FileStore } from '#files';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { keepRecognition } from '../commands/keep-recognition.ts';
import { splitInvoices } from '../commands/split-invoices.ts';

interface File {
  sha256: string;
  name: string;
}

/** Looks at every file that any channel brings: is it an invoice, and how far can a machine read it? */
@Injectable()
export class RecogniseReceived {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @OnEvent(itemReceived.type)
  async recognise({ institutionId, subjectId: itemId }: Pick<JournalEntry, 'institutionId' | 'subjectId'>) {
    const system = systemActor(institutionId);
    const files = await this.transactions.run(system, (tx) =>
      tx.rows<File>(
        sql`select distinct on (sha256) sha256, name from received_file where item_id = ${itemId} order by sha256, place`,
      ),
    );
    const texts = new Map<string, string>();
    for (const { sha256, name } of files) {
      const bytes = await this.store.read(sha256);
      const recognition = await recognise(bytes, { fileName: name });
      if (recognition.class === 'E' && files.length > 1) texts.set(sha256, await extractText(bytes, name));
      const kept = { itemId, sha256, fileName: name, recognition, invoice: invoiceIn(recognition) };
      await this.transactions.run(system, (tx) => keepRecognition(tx, kept));
    }
    if (files.length > 1) await this.transactions.run(system, (tx) => splitInvoices(tx, itemId, texts));
  }
}

/** The invoice that was found; null when the bytes only look like one. */
function invoiceIn({ xml, syntax }: Recognition): Invoice | null {
  if (!xml || !syntax) return null;
  try {
    return parseInvoice(xml);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
