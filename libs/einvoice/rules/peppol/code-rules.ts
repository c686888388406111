import { creditNoteTypesOfPeppol, invoiceTypesOfPeppol, mediaTypes } from '../../codes/documents.ts';
import { allowanceReasons, chargeReasons, currenciesOfPeppol } from '../../codes/money.ts';
import { addressSchemesOfPeppol } from '../../codes/schemes.ts';
import { taxPointCodesOfUbl } from '../../codes/taxes.ts';
import { normalise } from '../../xml/find.ts';
import { isIsoDate } from '../data-types.ts';
import { type Place } from '../place.ts';
import { rule, type Rule, type Test } from '../rule.ts';
import { codeIn } from '../tests.ts';
import { betweenGermans, isProcess01 } from './facts.ts';
import { peppol } from './peppol.ts';

const exemption = (number: string, code: string, category: string): Rule =>
  rule(
    `PEPPOL-EN16931-P${number}`,
    { UBL: `exemption ${code}` },
    (place) => normalise(place.text('cbc:ID')) === category,
    `Pamatojumu VATEX-EU-${code} lieto tikai ar PVN kategoriju ${category}.`,
    `The reason VATEX-EU-${code} belongs to VAT category ${category} only.`,
  );

/** Codes and dates. */
export const codeRules: Rule[] = [
  peppol(
    'EN16931-P0100',
    { UBL: 'invoiceType' },
    allowedType(invoiceTypesOfPeppol),
    'Rēķina veida kods (BT-3) Peppol profilā nav pieļauts.',
    'The invoice type (BT-3) is not allowed in the Peppol profile.',
  ),
  peppol(
    'EN16931-P0101',
    { UBL: 'creditNoteType' },
    allowedType(creditNoteTypesOfPeppol),
    'Kredītrēķina veida kods (BT-3) Peppol profilā nav pieļauts.',
    'The credit note type (BT-3) is not allowed in the Peppol profile.',
  ),
  peppol(
    'EN16931-P0112',
    { UBL: 'invoiceType' },
    (place) => !['326', '384'].includes(normalise(place.text('.'))) || betweenGermans(place),
    'Veida kodus 326 un 384 lieto tikai starp Vācijas uzņēmumiem.',
    'Type codes 326 and 384 are for German parties only.',
  ),
  exemption('0104', 'G', 'G'),
  exemption('0105', 'O', 'O'),
  exemption('0106', 'IC', 'K'),
  exemption('0107', 'AE', 'AE'),
  exemption('0108', 'D', 'E'),
  exemption('0109', 'F', 'E'),
  exemption('0110', 'I', 'E'),
  exemption('0111', 'J', 'E'),
  peppol(
    'EN16931-F001',
    'date',
    { UBL: (place) => place.text('text()').length === 10 && isIsoDate(place.text('.')), CII: compactDate },
    'Datums nav pareizā formā.',
    'The date is not in the prescribed form.',
  ),
  peppol(
    'EN16931-CL001',
    'attachment',
    (place) => mediaTypes.has(place.text('@mimeCode')),
    'Pievienotā faila veids (BT-125) Peppol nav pieļauts.',
    'The media type (BT-125) is not allowed in Peppol.',
  ),
  peppol(
    'EN16931-CL002',
    'allowanceReason',
    codeIn(allowanceReasons, 'text()'),
    'Atlaides pamatojuma kods nav UNTDID 5189 apakškopā.',
    'The allowance reason code is not in the subset of UNTDID 5189.',
  ),
  peppol(
    'EN16931-CL003',
    'chargeReason',
    codeIn(chargeReasons, 'text()'),
    'Piemaksas pamatojuma kods nav UNTDID 7161.',
    'The charge reason code is not in UNTDID 7161.',
  ),
  peppol(
    'EN16931-CL006',
    { UBL: 'taxPointCode' },
    codeIn(taxPointCodesOfUbl, 'text()'),
    'PVN brīža kods (BT-8) nav UNTDID 2005 apakškopā.',
    'The VAT point code (BT-8) is not in the subset of UNTDID 2005.',
  ),
  peppol(
    'EN16931-CL007',
    { UBL: 'anyAmount', CII: 'vatTotal' },
    (place) => currenciesOfPeppol[place.document.syntax].has(place.text('@currencyID')),
    'Summas valūta nav ISO 4217.',
    'The currency of the amount is not in ISO 4217.',
  ),
  peppol(
    'EN16931-CL008',
    'electronicAddress',
    (place) => addressSchemesOfPeppol.has(place.text('@schemeID')),
    'Elektroniskās adreses shēma Peppol nav pieļauta.',
    'The scheme of the electronic address is not allowed in Peppol.',
  ),
];

function allowedType(types: ReadonlySet<string>): Test {
  return (place) => !isProcess01(place) || types.has(normalise(place.text('text()')));
}

function compactDate(place: Place): boolean {
  const text = place.text('text()');
  return normalise(place.text('@format')) === '102' && text.length === 8 && /20[0-9]{6}/.test(text);
}
