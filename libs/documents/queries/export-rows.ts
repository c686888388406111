import { problems as common, type Tx } from '#kernel';
import { planAnew } from '#platform';
import type { TableFormat } from '../as-table.ts';
import type { DocumentsQuery } from '../contract.ts';
import { registerExported } from '../facts.ts';
import { allKinds } from '../kinds.ts';
import { problems } from '../problems.ts';
import { listed, rowsOf } from './documents-list.ts';

/** A municipality registers some ten thousand documents a year. */
const LIMIT = 50_000;

const TEXTS = {
  lv: {
    head: [
      'Numurs',
      'Datums',
      'Veids',
      'Nosaukums',
      'Sūtītājs vai adresāts',
      'Struktūrvienība',
      'Lieta',
      'Termiņš',
      'Datnes',
    ],
    masked: 'Ierobežota pieejamība',
  },
  en: {
    head: ['Number', 'Date', 'Kind', 'Title', 'Sender or addressee', 'Unit', 'Case', 'Due', 'Files'],
    masked: 'Restricted',
  },
};

/** The whole of a list as rows for a table, the head first, in the reader's language; that it was taken out is journalled. @throws Problem export-too-large (422) */
export async function exportRows(tx: Tx, query: DocumentsQuery, format: TableFormat): Promise<(string | number)[][]> {
  if (!tx.actor.grants.length) throw common.notPermitted();
  await planAnew(tx);
  const rows = await rowsOf(tx, listed(tx, query), undefined, LIMIT + 1);
  if (rows.length > LIMIT) throw problems.exportTooLarge({ limit: LIMIT });
  tx.emit(registerExported(tx.actor.personId, { rows: rows.length, format }));
  const locale = tx.actor.locale ?? 'lv';
  const { head, masked } = TEXTS[locale];
  return [
    head,
    ...rows.map((row) => [
      row.number ?? '',
      row.registeredOn ?? '',
      allKinds.get(row.kind)?.[locale] ?? row.kind,
      row.isMasked ? masked : row.title,
      row.counterpartyName ?? '',
      row.unitName,
      row.caseIndex ?? '',
      row.dueOn ?? '',
      row.isMasked ? '' : row.files,
    ]),
  ];
}
