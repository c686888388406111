import { normalise } from '../../xml/find.ts';
import { type Rule, type Test } from '../rule.ts';
import { peppol } from './peppol.ts';
import * as check from './check-digits.ts';

const identifier =
  (isRight: (text: string) => boolean): Test =>
  (place) =>
    isRight(normalise(place.text('.')));

/** Check digits of identifiers, by scheme. */
export const identifierRules: Rule[] = [
  peppol(
    'COMMON-R040',
    'identifier 0088',
    identifier(check.isGln),
    'GLN kontrolcipars ir nepareizs.',
    'The GLN fails its check digit.',
  ),
  peppol(
    'COMMON-R041',
    'identifier 0192',
    identifier(check.isNorwegian),
    'Norvēģijas uzņēmuma numurs ir nepareizs.',
    'The Norwegian organisation number is wrong.',
  ),
  peppol(
    'COMMON-R042',
    'identifier 0184',
    (place) => /^(DK)?[0-9]{8}$/.test(place.text('.')),
    'Dānijas CVR numurs ir nepareizs.',
    'The Danish CVR number is wrong.',
  ),
  peppol(
    'COMMON-R043',
    'identifier 0208',
    identifier(check.isBelgian),
    'Beļģijas uzņēmuma numurs ir nepareizs.',
    'The Belgian enterprise number is wrong.',
  ),
  peppol(
    'COMMON-R044',
    'identifier 0201',
    identifier(check.isItalianOffice),
    'Itālijas IPA kods ir nepareizs.',
    'The Italian IPA code is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R045',
    'identifier 0210',
    identifier(check.isItalianTaxCode),
    'Itālijas nodokļu kods ir nepareizs.',
    'The Italian tax code is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R046',
    'identifier 9907',
    identifier(check.isItalianTaxCode),
    'Itālijas nodokļu kods ir nepareizs.',
    'The Italian tax code is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R047',
    'identifier 0211',
    identifier(check.isItalianVat),
    'Itālijas PVN numurs ir nepareizs.',
    'The Italian VAT number is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R048',
    { CII: 'identifier 9906' },
    identifier(check.isItalianVat),
    'Itālijas PVN numurs ir nepareizs.',
    'The Italian VAT number is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R049',
    'identifier 0007',
    identifier(check.isSwedish),
    'Zviedrijas uzņēmuma numurs ir nepareizs.',
    'The Swedish organisation number is wrong.',
  ),
  peppol(
    'COMMON-R050',
    'identifier 0151',
    { UBL: identifier(check.isAustralian), CII: identifier(check.weighsAustralian) },
    'Austrālijas uzņēmuma numurs (ABN) ir nepareizs.',
    'The Australian business number is wrong.',
  ),
];
