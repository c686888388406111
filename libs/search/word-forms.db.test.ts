import { openHouse, type House } from '../../test/support/house.ts';
import { measureWordForms } from './bench-word-forms.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

test('the dictionary form finds nearly all inflected forms, and the reverse, with and without diacritics', async () => {
  const measured = await house.as('system', measureWordForms);
  expect(measured.found).toBeGreaterThan(0.9);
  expect(measured.foundWithoutDiacritics).toBeGreaterThan(0.9);
  expect(measured.foundReverse).toBeGreaterThan(0.9);
  expect(measured.foundPlain).toBeLessThan(0.1);
}, 120_000);
