import { denmark } from './denmark.ts';
import { germany } from './germany.ts';
import { greece } from './greece.ts';
import { iceland } from './iceland.ts';
import { italy } from './italy.ts';
import type { NationalRules } from './national.ts';
import { netherlands } from './netherlands.ts';
import { norway } from './norway.ts';
import { sweden } from './sweden.ts';

export const nationalRules: NationalRules[] = [
  norway,
  ...denmark,
  italy,
  ...sweden,
  ...greece,
  ...iceland,
  ...netherlands,
  germany,
];
