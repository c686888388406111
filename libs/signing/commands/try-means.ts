import type { Actor, Tx } from '#kernel';
import { assertMay } from '#organisation';
import type { Transactions } from '#platform';
import { completeAsice, EvidenceError, prepareAsice, type DataFile } from '#signatures';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import { signingServices, type SigningServices } from '../adapters/services.ts';
import type { SignatureProvider, SignerCertificate, SigningPerson, ToSign } from '../adapters/signature-provider.ts';
import { meansTried } from '../facts.ts';
import type { TrialView } from '../means-contract.ts';
import { problems } from '../problems.ts';
import { troubleOf } from '../queries/kept-means.ts';
import { assertUsable } from './assert-usable.ts';
import { certificateOf } from './begin-signing.ts';
import { asProblem } from './make-signature.ts';

/** What is signed says itself that it is nothing. */
const TRIAL: DataFile = {
  name: 'izmeginajums.txt',
  mediaType: 'text/plain',
  content: Buffer.from('Parakstīšanas līdzekļa izmēģinājums. Šim parakstam nav juridiska spēka.\n'),
};

type Outcome = Pick<TrialView, 'reached' | 'level'>;

/**
 * Signs a file that means nothing, up to the institution's level, and throws it away: certificate, key, time stamp and revocation are
 * tried in earnest. A trust service that needs a person's consent is only asked whether it answers. Every trial is in the journal.
 * @throws Problem no-such-provider (422)
 */
export async function tryMeans(transactions: Transactions, me: Actor, name: string): Promise<TrialView> {
  const { provider, services, person } = await transactions.run(me, async (tx) => {
    assertMay(tx, 'administer');
    return {
      provider: await providerNamed(tx, name),
      services: await signingServices(tx),
      person: await personOf(tx),
    };
  });
  let outcome: Outcome = { reached: 'nothing', level: null };
  let problem: TrialView['problem'] = null;
  try {
    outcome = await tried(provider, services, person);
  } catch (error) {
    problem = troubleOf(asProblem(error));
  }
  await transactions.run(me, async (tx) =>
    tx.emit(meansTried(me.institutionId, { provider: name, problem: problem?.kind ?? null })),
  );
  return { ...outcome, wanted: services.level, problem };
}

async function personOf(tx: Tx): Promise<SigningPerson> {
  const row = await tx.row<SigningPerson>(sql`
    select id, given_name as "givenName", family_name as "familyName" from person where id = ${tx.actor.personId}`);
  return row!;
}

async function tried(provider: SignatureProvider, services: SigningServices, person: SigningPerson): Promise<Outcome> {
  if (provider.holds === 'device') throw problems.signatureValueMissing();
  if (provider.holds === 'house') {
    const signer = await provider.certificateOf(person);
    // A person's own key may be tried by whoever looks after it.
    assertUsable({ ...provider, makes: 'seal' }, signer.certificate, person);
    return signed(signer, services, (one) => provider.sign(person, [one]));
  }
  const found = await provider.identify('trial');
  if ('departure' in found || found.credential.consent !== 'none') return { reached: 'answered', level: null };
  const { credential } = found;
  return signed(certificateOf(credential), services, async (one) => {
    const made = await provider.sign(credential, [one], {});
    const isAwaited = 'responseId' in made;
    const values = isAwaited ? await provider.collect(credential, made, { count: 1, isPatient: true }) : made;
    if (!values) throw problems.trustServiceAtWork();
    return values;
  });
}

async function signed(
  signer: SignerCertificate,
  services: SigningServices,
  sign: (one: ToSign) => Promise<Uint8Array[]>,
): Promise<Outcome> {
  const { certificate, chain, algorithm } = signer;
  const { state, ...one } = await prepareAsice([TRIAL], { certificate, chain, ...(algorithm ? { algorithm } : {}) });
  const [value] = await sign(one);
  const make = async (level: SigningServices['level']): Promise<Outcome> => {
    await completeAsice(state, value!, { ...services, level });
    return { reached: 'signed', level };
  };
  return make(services.level).catch((error: unknown) => {
    if (!(error instanceof EvidenceError)) throw error;
    return make('T');
  });
}
