import { rm, writeFile } from 'node:fs/promises';
import { startRoute } from '#approval';
import { attachFile } from '#documents';
import { FileStore, temporaryFile, typeset } from '#files';
import { enterContract } from '#invoices';
import { addDays, dayOf, latvianDate } from '#kernel';
import { Transactions } from '#platform';
import { completePades, preparePades } from '#signatures';
import { demoAuthority, SignatureReports, takeCountersigned } from '#signing';
import sql from 'sql-template-tag';
import type { SeedContext } from './context.ts';
import { actorOf, agree, sign } from './correspondence.ts';
import { SUPPLIERS } from './invoice-samples.ts';

const TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: data.subject, author: data.us)
#set page(paper: "a4", margin: 25mm)
#set text(font: "Noto Serif", size: 11pt, lang: "lv")
#align(center)[#heading(level: 1, text(14pt)[LĪGUMS]) #v(2mm) #data.subject]
#v(8mm)
#data.us (turpmāk – Pasūtītājs) un #data.them (turpmāk – Izpildītājs) noslēdz šo līgumu.
#enum(
  [Izpildītājs apņemas: #data.subject.],
  [Līguma summa bez PVN ir #data.value EUR.],
  [Līgums ir spēkā no #data.from līdz #data.to],
  [Līgums parakstīts ar drošiem elektroniskajiem parakstiem; tā datums ir pēdējā paraksta laika zīmoga datums.],
)
`;

/** Contracts signed here: one that came back with the other side's signature, one that is still waited for. */
export async function seedSignedContracts(context: SeedContext): Promise<void> {
  const concluded = await signedByUs(context, SUPPLIERS.paper, 'Kancelejas preču piegāde', '18500');
  await signedByUs(context, SUPPLIERS.software, 'Lietotāju atbalsts un apmācības', '7400');
  await countersign(context, concluded);
  await context.settle();
}

async function signedByUs(
  context: SeedContext,
  supplier: { readonly name: string; readonly registrationNumber: string },
  subject: string,
  value: string,
): Promise<string> {
  const { app, as, person, unit } = context;
  const now = new Date();
  const [validFrom, validTo] = [dayOf(now), addDays(dayOf(now), 365)];
  const data = {
    us: 'Parauga novada pašvaldība',
    them: supplier.name,
    subject,
    value,
    from: latvianDate(validFrom),
    to: latvianDate(validTo),
  };
  const stored = await app.get(FileStore).put(typeset(TEMPLATE, data, now));
  const id = await as('darbinieks', async (tx) => {
    const contract = await enterContract(tx, {
      supplierName: supplier.name,
      supplierRegistrationNumber: supplier.registrationNumber,
      subject,
      validFrom,
      validTo,
      value,
      unitId: unit('ADM'),
      responsibleId: person('darbinieks'),
    });
    await attachFile(tx, contract.id, { ...stored, name: 'Līgums.pdf', mediaType: 'application/pdf', role: 'main' });
    await startRoute(tx, contract.id, [
      { act: 'approve', personIds: [person('jurists')] },
      { act: 'sign', personIds: [person('direktors')] },
    ]);
    return contract.id;
  });
  await context.settle();
  await agree(context, 'jurists', id);
  await context.settle();
  await sign(context, 'direktors', id);
  await context.settle();
  return id;
}

/** The other side signs our file and sends it back. */
async function countersign(context: SeedContext, id: string): Promise<void> {
  const { app, as } = context;
  const store = app.get(FileStore);
  const file = await as('system', (tx) =>
    tx.row<{ sha256: string }>(
      sql`select sha256 from document_file where document_id = ${id} and role = 'signed' and superseded_at is null`,
    ),
  );
  const authority = await demoAuthority();
  const key = authority.issuePerson({ givenName: 'Testa', surname: 'Piegādnieks', personalCode: '000000-00077' });
  const prepared = preparePades(await store.read(file!.sha256), key);
  const { timestamp, fetcher } = authority;
  const path = temporaryFile();
  await writeFile(
    path,
    await completePades(prepared.state, await key.sign(prepared), { level: 'T', timestamp, fetcher }),
  );
  const me = await actorOf(context, 'darbinieks');
  const reports = app.get(SignatureReports);
  await takeCountersigned(app.get(Transactions), store, reports, me, id, { name: 'Līgums.pdf', path });
  await rm(path);
}
