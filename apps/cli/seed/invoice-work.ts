import { FileStore } from '#files';
import { addDays, dayOf } from '#kernel';
import { enterAccount, enterContract, makePaymentOrder, readBankFile, setLimit, takeBankFile } from '#invoices';
import sql from 'sql-template-tag';
import { bookingFile, statusFile } from './bank-files.ts';
import type { SeedContext } from './context.ts';
import { SUPPLIERS } from './invoice-samples.ts';

/** Contracts that the suppliers' invoices name: one about to end, one nearly spent; and the limit above which the director approves too. */
export async function seedContracts({ as, unit, person }: SeedContext): Promise<void> {
  const today = dayOf(new Date());
  const contracts = [
    {
      of: SUPPLIERS.heat,
      subject: 'Siltumenerģijas piegāde pašvaldības ēkām',
      theirNumber: 'TS-L/7',
      value: '96000.00',
      unit: 'ADM',
      responsible: 'direktors',
      days: 410,
    },
    {
      of: SUPPLIERS.software,
      subject: 'Programmatūras uzturēšana un licences',
      theirNumber: 'TP-26/12',
      value: '15000.00',
      unit: 'IT',
      responsible: 'it.22',
      days: 24,
    },
    {
      of: SUPPLIERS.roads,
      subject: 'Pašvaldības ceļu ikdienas uzturēšana',
      theirNumber: 'C-L31',
      procurement: 'PNP 2026/14',
      value: '8200.00',
      unit: 'IPA',
      responsible: 'ipa.12',
      days: 130,
    },
    {
      of: SUPPLIERS.bus,
      subject: 'Skolēnu pārvadājumi 2026./2027. mācību gadā',
      theirNumber: '',
      procurement: 'PNP 2026/9',
      value: '64000.00',
      unit: 'IZG',
      responsible: 'izg.18',
      days: 190,
    },
  ];
  for (const { of, subject, theirNumber, procurement, value, days, ...rest } of contracts) {
    await as('gramatvede', (tx) =>
      enterContract(tx, {
        supplierName: of.name,
        supplierRegistrationNumber: of.registrationNumber,
        subject,
        theirNumber: theirNumber || null,
        procurement: procurement ?? null,
        signedOn: addDays(today, -200),
        validFrom: addDays(today, -195),
        validTo: addDays(today, days),
        value,
        unitId: unit(rest.unit),
        responsibleId: person(rest.responsible),
      }),
    );
  }
  await as('galvena', (tx) => setLimit(tx, { above: '5000', role: 'director' }));
}

/** An order given to the bank, accepted by it; the account and what else waits stay for the visitor. */
export async function seedPayments({ app, as }: SeedContext): Promise<void> {
  const today = dayOf(new Date());
  const accountId = await as('galvena', (tx) =>
    enterAccount(tx, { name: 'Valsts kase', iban: 'LV69TEST0000000000001', bic: 'TRELLV22' }),
  );
  const [first] = await as('gramatvede', (tx) =>
    tx.rows<{ id: string }>(sql`select id from invoice where state = 'for-payment' order by due_date desc`),
  );
  const orderId = await as('gramatvede', (tx) =>
    makePaymentOrder(tx, { invoiceIds: [first!.id], accountId, requestedOn: today }),
  );
  const [payment] = await as('gramatvede', (tx) =>
    tx.rows<{ endToEndId: string }>(sql`select end_to_end_id as "endToEndId" from payment where order_id = ${orderId}`),
  );
  const files = [
    ['Atbilde.pain002.xml', statusFile(orderId, [{ endToEndId: payment!.endToEndId, status: 'ACCP' }])],
    [
      'Izraksts.camt053.xml',
      bookingFile('camt.053', [{ endToEndId: 'CITA-SISTEMA-7', amount: '12.40', bookedOn: today }]),
    ],
  ] as const;
  for (const [name, xml] of files) {
    const stored = await app.get(FileStore).put(Buffer.from(xml));
    await as('gramatvede', (tx) => takeBankFile(tx, { name, stored, content: readBankFile(Buffer.from(xml)) }));
  }
}
