import type { Tx } from '#kernel';
import { config } from '#platform';
import { problems } from '../problems.ts';
import { institutionCode, signingSettings, type MeansSettings } from '../settings.ts';
import { cscProvider } from './csc/csc-provider.ts';
import { demoProvider } from './demo-authority.ts';
import { pkcs12Provider } from './e-seal.ts';
import { pkcs11Provider } from './hsm.ts';
import type { SignatureProvider } from './signature-provider.ts';
import { webEidProvider } from './web-eid.ts';

/** The means of signing that the actor's institution offers; the demonstration one only in the demonstration municipality. */
export async function providersOffered(tx: Tx): Promise<SignatureProvider[]> {
  const { means } = await signingSettings(await institutionCode(tx));
  return [...(config().DEMO === '1' ? [demoProvider] : []), ...means.map(providerOf)];
}

/** @throws Problem no-such-provider (422) */
export async function providerNamed(tx: Tx, name: string): Promise<SignatureProvider> {
  const offered = await providersOffered(tx);
  const provider = offered.find((one) => one.name === name);
  if (!provider) throw problems.noSuchProvider({ provider: name, offered: offered.map((one) => one.name) });
  return provider;
}

function providerOf(means: MeansSettings): SignatureProvider {
  switch (means.type) {
    case 'pkcs12':
      return pkcs12Provider(means);
    case 'pkcs11':
      return pkcs11Provider(means);
    case 'csc':
      return cscProvider(means);
    case 'web-eid':
      return webEidProvider(means);
  }
}
