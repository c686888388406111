import { defineTexts } from '../shared/text.ts';
import { en } from './texts.en.ts';
import { lv } from './texts.lv.ts';

export const useText = defineTexts('invoices', lv, en);
