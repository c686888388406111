import { join } from 'node:path';
import { config, keepOnce } from '#platform';
import { createDemoAuthority, openDemoAuthority, openPkcs12, type DemoAuthority, type LocalKey } from '#signatures';
import type { HouseKey, SigningPerson } from './signature-provider.ts';

const PASSWORD = 'demonstration';
const folder = () => join(config().KEYS_DIR, 'demonstration');

let authority: Promise<DemoAuthority> | undefined;

/** The demonstration certificate authority of this installation, made on first use and kept with the keys. */
export const demoAuthority = (): Promise<DemoAuthority> => (authority ??= openAuthority());

async function openAuthority(): Promise<DemoAuthority> {
  const kept = await keepOnce(join(folder(), 'authority.json'), () => JSON.stringify(createDemoAuthority().store()));
  return openDemoAuthority(JSON.parse(kept.toString()));
}

async function keyOf(person: SigningPerson): Promise<LocalKey> {
  const ca = await demoAuthority();
  const kept = await keepOnce(join(folder(), `${person.id}.p12`), () =>
    ca
      .issuePerson({ givenName: person.givenName, surname: person.familyName, personalCode: testCodeOf(person.id) })
      .toPkcs12(PASSWORD),
  );
  return openPkcs12(kept, PASSWORD);
}

/** An invented personal code: it begins with 000000, a day that does not exist. */
const testCodeOf = (id: string) => `000000-${String(Number.parseInt(id.slice(-8), 16) % 100_000).padStart(5, '0')}`;

/** Signs with a certificate of the demonstration CA. Offered in the demonstration municipality only. */
export const demoProvider: HouseKey = {
  name: 'demo',
  lv: 'Demonstrācijas paraksts',
  en: 'Demonstration signature',
  makes: 'signature',
  isTest: true,
  holds: 'house',
  certificateOf: keyOf,
  sign: async (person, all) => {
    const key = await keyOf(person);
    return Promise.all(all.map((one) => key.sign(one)));
  },
};
