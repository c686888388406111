import { problems as common, type Tx } from '#kernel';
import { askForLetter } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { EInvoiceLetters } from '../contract.ts';

export const E_INVOICE_LETTER = 'Par strukturētu elektronisko rēķinu iesniegšanu';

interface Addressed {
  invoiceId: string;
  number: string;
  name: string;
  counterpartyId: string | null;
  address: string;
  ourNumber: string;
  ourEmail: string;
  ourAddress: string;
}

/**
 * Asks for a letter to each supplier that invites to send structured e-invoices (Accounting Law: invoices to budget institutions since
 * 1 January 2025); about the supplier's last invoice. @throws Problem not-found (404) for an unknown supplier
 */
export async function askForEInvoices(tx: Tx, { keys, signerId }: EInvoiceLetters): Promise<void> {
  assertMay(tx, 'handle invoices');
  for (const key of new Set(keys)) {
    const last = await tx.row<Addressed>(sql`
      select i.id as "invoiceId", i.number, i.supplier_name as name, d.counterparty_id as "counterpartyId", i.letter_address as address,
             n.registration_number as "ourNumber", n.email as "ourEmail", n.e_address as "ourAddress"
        from invoice i join document d on d.id = i.id join institution n on n.id = i.institution_id
       where i.supplier_key = ${key} and i.class not in ('A', 'B') order by i.issue_date desc, i.id desc limit 1`);
    if (!last) throw common.notFound({ supplier: key });
    const { invoiceId: basisId, name: correspondent, counterpartyId, address } = last;
    const letter = { basisId, title: E_INVOICE_LETTER, correspondent, counterpartyId, address, body: bodyOf(last) };
    await askForLetter(tx, { ...letter, signerId: signerId ?? null });
  }
}

const bodyOf = ({ number, ourNumber, ourEmail, ourAddress }: Addressed) =>
  [
    `Esam saņēmuši Jūsu rēķinu Nr. ${number}, taču datne nav mašīnlasāma: dati no tās jāpārraksta ar roku.`,
    'Saskaņā ar Grāmatvedības likumu budžeta iestādēm rēķinus izsniedz kā strukturētus elektroniskos rēķinus. Formāts: XML, UBL 2.1, Peppol BIS Billing 3.0 (standarts EN 16931). PDF, Excel vai Word datne nav e-rēķins.',
    `Lūdzam turpmāk rēķinus iesniegt e-adresē ${ourAddress}, ar Peppol pakalpojuma sniedzēja starpniecību vai uz ${ourEmail}, pievienojot XML datni. Pircēja reģistrācijas numurs: ${ourNumber}. Pircēja atsaucē (BT-10) norādiet struktūrvienības kodu, līguma atsaucē (BT-12) līguma numuru.`,
    'E-rēķinu var sagatavot lielākajā daļā grāmatvedības programmu. Ja Jums vajadzīga palīdzība vai vēlaties iesūtīt paraugu pārbaudei, sazinieties ar mums.',
  ].join('\n\n');
