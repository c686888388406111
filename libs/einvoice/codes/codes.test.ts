import { creditNoteTypes, invoiceTypes, mediaTypes } from './documents.ts';
import { allowanceReasons, chargeReasons, currencies, currenciesOfPeppol, paymentMeans } from './money.ts';
import { countries, vatPrefixes } from './places.ts';
import { referenceTypes } from './references.ts';
import { addressSchemes, addressSchemesOfPeppol, classificationSchemes, identifierSchemes } from './schemes.ts';
import { noteSubjects, noteSubjectsOfCii } from './subjects.ts';
import { exemptionReasons, vatCategories } from './taxes.ts';
import { units } from './units.ts';

/** A list torn apart by a line break or a slip of the hand shows in its size or in the form of a member. */
test.each<[string, ReadonlySet<string>, number, RegExp, string[]]>([
  ['invoice types', invoiceTypes, 50, /^\d{2,3}$/, ['380', '326', '389']],
  ['credit note types', creditNoteTypes, 13, /^\d{2,3}$/, ['381', '396']],
  ['currencies', currencies, 178, /^[A-Z]{3}$/, ['EUR', 'XCG', 'CNH', 'MRU', 'UYW']],
  ['countries', countries, 251, /^([A-Z]{2}|1A)$/, ['LV', 'EE', 'LT', 'XI', '1A']],
  ['payment means', paymentMeans, 84, /^(\d{1,3}|ZZZ)$/, ['30', '58', '59', 'ZZZ']],
  ['allowance reasons', allowanceReasons, 19, /^\d{2,3}$/, ['95']],
  ['charge reasons', chargeReasons, 178, /^[A-Z][A-Z0-9]{1,2}$/, ['FC', 'ZZZ']],
  ['VAT categories', vatCategories, 10, /^[A-Z]{1,2}$/, ['S', 'AE', 'K', 'O']],
  [
    'exemption reasons',
    exemptionReasons,
    88,
    /^VATEX-(EU|FR)-[A-Z0-9]+(-[A-Z0-9]+)*$/,
    ['VATEX-EU-AE', 'VATEX-EU-148-G'],
  ],
  ['units', units, 2162, /^[A-Z0-9]{1,3}$/, ['H87', 'HUR', 'MTR', 'XPP']],
  ['identifier schemes', identifierSchemes, 243, /^0\d{3}$/, ['0088', '0218', '0160']],
  ['address schemes', addressSchemes, 104, /^([09]\d{3}|A[NQSU]|EM)$/, ['0218', '9939', 'EM']],
  ['classification schemes', classificationSchemes, 185, /^[A-Z]{2,3}$/, ['STI', 'CC']],
  ['reference types', referenceTypes, 818, /^[A-Z]{2,3}$/, ['ON', 'AAA']],
  ['note subjects', noteSubjects, 383, /^[A-Z]{3}$|^GS7$/, ['ADU', 'REG']],
  ['note subjects in CII', noteSubjectsOfCii, 401, /^[A-Z]{3}$|^GS7$/, ['ADU', 'REG']],
])('%s', (_, list, size, form, members) => {
  expect([...list].filter((code) => !form.test(code))).toEqual([]);
  expect(list.size).toBe(size);
  for (const member of members) expect(list.has(member)).toBe(true);
});

test('every VAT prefix is a country, but for that of Greece', () => {
  expect([...vatPrefixes].filter((prefix) => !countries.has(prefix))).toEqual(['EL']);
});

test('what Peppol lists is in the list of the standard, but for currencies that the two lists treat differently', () => {
  expect([...addressSchemesOfPeppol].filter((code) => !addressSchemes.has(code))).toEqual([]);
  const unlike = (list: ReadonlySet<string>) => [...list].filter((code) => !currencies.has(code));
  expect(unlike(currenciesOfPeppol.UBL)).toEqual(['ANG', 'BGN', 'STN']);
  expect(unlike(currenciesOfPeppol.CII)).toEqual(['ANG', 'BGN']);
});

test('media types of attachments', () => {
  expect(mediaTypes.size).toBe(6);
  expect([...mediaTypes].every((type) => /^[a-z]+\/[a-z0-9.+-]+$/.test(type))).toBe(true);
  expect(mediaTypes.has('application/pdf')).toBe(true);
});
