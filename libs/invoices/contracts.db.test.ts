import { changeContract, contractView, enterContract, endContract, rejectInvoice, remindOfContracts } from '#invoices';
import type { ContractFields } from '#invoices/contract';
import { addDays } from '#kernel';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import { inHouse, SUPPLIERS, today } from '../../test/support/invoices.ts';

let house: House;
let does: ReturnType<typeof inHouse>;
beforeAll(async () => {
  house = await openHouse();
  does = inHouse(house);
}, 120_000);
afterAll(() => house?.close());

const fields = (more: Partial<ContractFields> = {}): ContractFields => ({
  supplierName: SUPPLIERS.heat.name,
  supplierRegistrationNumber: SUPPLIERS.heat.registrationNumber,
  subject: 'Siltumenerģijas piegāde',
  theirNumber: 'S-77/2026',
  signedOn: addDays(today, -100),
  validFrom: addDays(today, -100),
  validTo: addDays(today, 200),
  value: '1500',
  unitId: house.unit('ATT'),
  responsibleId: house.person('vaditaja'),
  ...more,
});
const enter = (more: Partial<ContractFields> = {}) => house.as('gramatvede', (tx) => enterContract(tx, fields(more)));
const view = (id: string) => house.as('gramatvede', (tx) => contractView(tx, id));
const tasks = (id: string) =>
  house.as('system', (tx) =>
    tx.rows<{ text: string; personId: string }>(
      sql`select text, person_id as "personId" from task where document_id = ${id} order by given_at`,
    ),
  );

test('an invoice finds its contract by number, and what is left of the value is told', async () => {
  const contract = await enter();
  expect(contract.number).toMatch(/^4-1\/\d\d\/\d+$/);
  await enter({ subject: 'Cits līgums', theirNumber: 'S-78' });
  const named = await does.register({ contract: 's-77/2026' });
  const byOurs = await does.register({ contract: contract.number! });
  const unnamed = await does.register();
  expect((await does.view('gramatvede', named.id)).match.contract).toMatchObject({ id: contract.id });
  expect((await does.view('gramatvede', unnamed.id)).match.contract).toBeNull();
  expect(await view(contract.id)).toMatchObject({
    spent: '1400.00',
    remaining: '100.00',
    state: 'active',
    invoices: [{ id: byOurs.id }, { id: named.id }],
  });
  await house.as('gramatvede', (tx) => rejectInvoice(tx, named.id, { reason: 'Nav pasūtīts', sendLetter: false }));
  expect(await view(contract.id)).toMatchObject({ spent: '700.00', remaining: '800.00' });
});

test('an invoice of another party of a contract finds it, but not while the contract is a draft', async () => {
  const otherParties = [{ name: SUPPLIERS.paper.name, registrationNumber: SUPPLIERS.paper.registrationNumber }];
  const shared = {
    supplierName: 'SIA “Testa kopā”',
    supplierRegistrationNumber: null,
    theirNumber: 'K-1',
    otherParties,
  };
  const draft = await enter({ ...shared, signedOn: null });
  const early = await does.register({ supplier: SUPPLIERS.paper, contract: 'K-1' });
  expect((await does.view('gramatvede', early.id)).match.contract).toBeNull();
  await house.as('gramatvede', (tx) => changeContract(tx, draft.id, fields(shared)));
  const late = await does.register({ supplier: SUPPLIERS.paper, contract: 'K-1' });
  expect((await does.view('gramatvede', late.id)).match.contract).toMatchObject({ id: draft.id });
});

test('the responsible person is reminded once before the end and once when the value is nearly spent', async () => {
  const ending = await enter({
    validTo: addDays(today, 20),
    supplierName: 'SIA “Testa beigas”',
    supplierRegistrationNumber: null,
  });
  const spent = await enter({
    supplierName: SUPPLIERS.power.name,
    supplierRegistrationNumber: SUPPLIERS.power.registrationNumber,
    value: '720',
  });
  await does.register({ supplier: SUPPLIERS.power });
  for (let turn = 0; turn < 2; turn++) await house.as('system', remindOfContracts);
  expect(await tasks(ending.id)).toMatchObject([
    { text: expect.stringContaining('Līgums beidzas'), personId: house.person('vaditaja') },
  ]);
  expect(await tasks(spent.id)).toMatchObject([{ text: 'Līguma summas atlikums ir 20,00 EUR' }]);
  expect((await view(ending.id)).state).toBe('ending');
  await house.settle();
  const told = await house.as('system', (tx) =>
    tx.rows(sql`select 1 from notification where document_id in (${ending.id}, ${spent.id})`),
  );
  expect(told).toHaveLength(2);
});

test('an ended contract takes no invoice and cannot be ended again; wrong days are told at their field', async () => {
  const bus = { supplierName: SUPPLIERS.bus.name, supplierRegistrationNumber: SUPPLIERS.bus.registrationNumber };
  const contract = await enter(bus);
  await house.as('gramatvede', (tx) => endContract(tx, contract.id, { endedOn: today, reason: 'Vienošanās' }));
  const { id } = await does.register({ supplier: SUPPLIERS.bus });
  expect((await does.view('gramatvede', id)).match.contract).toBeNull();
  await expect(
    house.as('gramatvede', (tx) => endContract(tx, contract.id, { endedOn: today, reason: 'Vēlreiz' })),
  ).rejects.toMatchObject({ kind: 'not-found' });
  await expect(enter({ validTo: addDays(today, -200) })).rejects.toMatchObject({
    extra: { errors: [{ pointer: '/validTo' }] },
  });
  await expect(house.as('jurists', (tx) => enterContract(tx, fields()))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
});
