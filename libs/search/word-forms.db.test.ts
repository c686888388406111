import { openHouse, type House } from '../../test/support/house.ts';
import { measureWordForms } from './bench-word-forms.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

test('the dictionary form finds nearly all inflected forms, and the reverse, with and without diacritics', async () => {
  const measured = await house.as('system', measureWordForms);
  console.log(measured);
  expect(measured.found).toBeGreaterThan(0.85);
}, 120_000);
