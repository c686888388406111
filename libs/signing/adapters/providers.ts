import { config } from '#platform';
import { problems } from '../problems.ts';
import { demoProvider } from './demo-authority.ts';
import type { SignatureProvider } from './signature-provider.ts';

/** The ways of signing that this installation offers. @throws Problem no-such-provider (422) */
export function providerNamed(name: string): SignatureProvider {
  const offered = config().DEMO === '1' ? [demoProvider] : [];
  const provider = offered.find((candidate) => candidate.name === name);
  if (!provider) throw problems.noSuchProvider({ provider: name, offered: offered.map((each) => each.name) });
  return provider;
}
