import { completeAsice, createDemoAuthority, prepareAsice, validate, type Fetcher } from '../index.ts';
import { answerOcsp, type Holder } from '../testing/responders.ts';

const authority = createDemoAuthority({ key: 'P-256' });
const other = createDemoAuthority({ key: 'P-256' });
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });

/** A container at level LT in which `responder` says that the signer's certificate is good. */
async function answeredBy(responder: Holder): Promise<Uint8Array> {
  const fetcher: Fetcher = async (url, options) =>
    url.endsWith('/ocsp/issuing')
      ? answerOcsp(options!.body!, responder, new Date(), () => ({}))
      : authority.fetcher(url, options);
  const files = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }];
  const prepared = await prepareAsice(files, person);
  const { timestamp } = authority;
  return completeAsice(prepared.state, await person.sign(prepared), { level: 'LT', timestamp, fetcher });
}

async function judged(container: Uint8Array, trust: Uint8Array[], fetcher?: Fetcher) {
  const report = await validate(container, { trust, ...(fetcher ? { fetcher } : { offline: true }) });
  const [{ verdict, subIndication, errors }] = report.signatures as [(typeof report.signatures)[0]];
  return [verdict, subIndication, errors.map(({ code }) => code)];
}

describe('who answers for a certificate', () => {
  it('must be entitled to: others are not heard, and what they said is no reason to reject', async () => {
    const container = await answeredBy(other.holders.ocspIssuing);
    const unheard = ['indeterminate', 'TRY_LATER', ['revocation-unauthorised']];
    expect(await judged(container, authority.anchors)).toEqual(unheard);
    expect(await judged(container, [...authority.anchors, other.holders.issuing.certificate])).toEqual(unheard);
  });

  it('is asked anew where somebody else had answered', async () => {
    const container = await answeredBy(other.holders.ocspIssuing);
    expect(await judged(container, authority.anchors, authority.fetcher)).toEqual(['accept', null, []]);
  });

  it('may be named by the administrator', async () => {
    const container = await answeredBy(other.holders.ocspIssuing);
    const named = [...authority.anchors, other.holders.ocspIssuing.certificate];
    expect(await judged(container, named)).toEqual(['accept', null, []]);
  });

  it('must have signed the answer', async () => {
    const { certificate } = authority.holders.ocspIssuing;
    const container = await answeredBy({ certificate, key: other.holders.ocspIssuing.key });
    expect(await judged(container, authority.anchors)).toEqual([
      'reject',
      'SIG_CONSTRAINTS_FAILURE',
      ['revocation-broken'],
    ]);
  });
});
