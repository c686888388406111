import type { WebEidMeans } from '../settings.ts';
import type { OwnDevice } from './signature-provider.ts';

/** The card in the person's reader. Certificate and values come from the browser (apps/web/src/signing/web-eid.ts). */
export const webEidProvider = ({ name, lv, en }: WebEidMeans): OwnDevice => ({
  name,
  lv,
  en,
  makes: 'signature',
  isTest: false,
  holds: 'device',
});
