import { readFile } from 'node:fs/promises';
import { openPkcs12 } from '#signatures';
import { problems } from '../problems.ts';
import { besideSettings, secretOf, type Pkcs12Means } from '../settings.ts';
import type { HouseKey } from './signature-provider.ts';

/** The organisation's e-seal in a PKCS#12 file. The file is opened for each use; the key never stays in memory longer. */
export function pkcs12Provider({ name, lv, en, makes, file, passwordFile }: Pkcs12Means): HouseKey {
  const open = async () => {
    try {
      return openPkcs12(await readFile(besideSettings(file)), await secretOf(passwordFile));
    } catch (error) {
      throw problems.sealUnavailable({ detail: (error as Error).message });
    }
  };
  return {
    name,
    lv,
    en,
    makes,
    isTest: false,
    holds: 'house',
    certificateOf: open,
    sign: async (_, all) => {
      const key = await open();
      return Promise.all(all.map((one) => key.sign(one)));
    },
  };
}
