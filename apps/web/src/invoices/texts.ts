import { defineTexts } from '../shared/text.ts';
import { en } from './texts.en.ts';
import { lv } from './texts.lv.ts';
import { en as contractsEn } from './texts-contracts.en.ts';
import { lv as contractsLv } from './texts-contracts.lv.ts';
import { en as workEn } from './texts-work.en.ts';
import { lv as workLv } from './texts-work.lv.ts';

export const useText = defineTexts(
  'invoices',
  { ...lv, ...workLv, ...contractsLv },
  { ...en, ...workEn, ...contractsEn },
);
