/** Where letters about a matter usually go: words of subject and text (stems, lower case) → case, unit, kind. First fit wins. */
export const ROUTING_RULES: readonly { words: RegExp; caseIndex?: string; unit?: string; kind?: string }[] = [
  { words: /trauksmes cēl/, caseIndex: '1-16', unit: 'JUR' },
  { words: /deputāt\S* pieprasījum/, kind: 'councillors-request', caseIndex: '1-17' },
  {
    words: /informācijas pieprasījum|sniegt informāciju|lūdzu izsniegt/,
    kind: 'information-request',
    caseIndex: '1-15',
    unit: 'SAB',
  },
  { words: /sūdzīb|sūdzos|kolektīv\S* iesniegum/, kind: 'complaint', caseIndex: '1-14' },
  { words: /nekustamā īpašuma nodok|\bnīn\b/, caseIndex: '2-8', unit: 'FIN' },
  { words: /dzīvok|īres/, caseIndex: '6-3', unit: 'SOC' },
  { words: /pabalst|sociāl/, caseIndex: '6-1', unit: 'SOC' },
  { words: /pirmsskol|bērnudārz/, caseIndex: '6-5', unit: 'IZG' },
  { words: /būvniec|būvatļauj|būvprojekt/, caseIndex: '5-3', unit: 'BUV' },
  { words: /ceļ\S* (?:remont|uzturēšan|greider)|iel\S* (?:remont|apgaismo)|bedr/, caseIndex: '5-6', unit: 'IPA' },
  { words: /zemes ierīcīb|robež/, caseIndex: '5-2', unit: 'IPA' },
  { words: /teritorijas plānojum|lokālplānojum|attīstības programm/, caseIndex: '5-1', unit: 'ATT' },
  { words: /nom\S* līgum|nomāt|nomas/, caseIndex: '4-2', unit: 'IPA' },
  { words: /projekt\S* (?:pieteikum|līdzfinans)|es fond/, caseIndex: '5-4', unit: 'ATT' },
];
