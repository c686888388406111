/** How one VAT category is to be used. One row for each of UNTDID 5305; the rules of vat-categories.ts read it. */
export interface VatKind {
  /** The family of rule identifiers: BR-S-01 … BR-S-10. The standard writes IG and IP where the artefacts have AF and AG. */
  family: string;
  /** BT-95, 102, 118, 151 */
  code: string;
  lv: string;
  en: string;
  /** -05, 06, 07: what the rate must be on lines, allowances and charges. */
  rate: 'above zero' | 'zero or more' | 'zero' | 'absent';
  /** -08: taxable amounts are compared for each rate, or for the category as a whole. */
  rows: 'one for each rate' | 'exactly one';
  /** -10 */
  exemptionReason: 'needed' | 'forbidden';
  /** -02, 03, 04: which numbers the parties need. */
  numbers: 'seller' | 'seller by VAT' | 'seller and buyer' | 'seller and buyer by VAT' | 'none';
}

export const vatKinds: VatKind[] = [
  {
    family: 'S',
    code: 'S',
    lv: 'standarta likme',
    en: 'standard rate',
    rate: 'above zero',
    rows: 'one for each rate',
    exemptionReason: 'forbidden',
    numbers: 'seller',
  },
  {
    family: 'Z',
    code: 'Z',
    lv: 'nulles likme',
    en: 'zero rate',
    rate: 'zero',
    rows: 'exactly one',
    exemptionReason: 'forbidden',
    numbers: 'seller',
  },
  {
    family: 'E',
    code: 'E',
    lv: 'atbrīvots no PVN',
    en: 'exempt',
    rate: 'zero',
    rows: 'exactly one',
    exemptionReason: 'needed',
    numbers: 'seller',
  },
  {
    family: 'AE',
    code: 'AE',
    lv: 'apgrieztā nodokļa maksāšana',
    en: 'reverse charge',
    rate: 'zero',
    rows: 'exactly one',
    exemptionReason: 'needed',
    numbers: 'seller and buyer',
  },
  {
    family: 'IC',
    code: 'K',
    lv: 'piegāde ES iekšienē',
    en: 'intra-Community supply',
    rate: 'zero',
    rows: 'exactly one',
    exemptionReason: 'needed',
    numbers: 'seller and buyer by VAT',
  },
  {
    family: 'G',
    code: 'G',
    lv: 'eksports',
    en: 'export',
    rate: 'zero',
    rows: 'exactly one',
    exemptionReason: 'needed',
    numbers: 'seller by VAT',
  },
  {
    family: 'O',
    code: 'O',
    lv: 'ārpus PVN',
    en: 'outside the scope of VAT',
    rate: 'absent',
    rows: 'exactly one',
    exemptionReason: 'needed',
    numbers: 'none',
  },
  {
    family: 'AF',
    code: 'L',
    lv: 'IGIC (Kanāriju salas)',
    en: 'IGIC (Canary Islands)',
    rate: 'zero or more',
    rows: 'one for each rate',
    exemptionReason: 'forbidden',
    numbers: 'seller',
  },
  {
    family: 'AG',
    code: 'M',
    lv: 'IPSI (Seūta, Melilja)',
    en: 'IPSI (Ceuta, Melilla)',
    rate: 'zero or more',
    rows: 'one for each rate',
    exemptionReason: 'forbidden',
    numbers: 'seller',
  },
];
