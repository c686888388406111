import { completeAsice, createDemoAuthority, EvidenceError, prepareAsice, validate, type Fetcher } from '../index.ts';
import { answerOcsp, type Holder } from '../testing/responders.ts';
import { containerOf, signedAsOthers, withOcsp } from '../testing/xades.ts';
import { readCertificate } from '../x509/certificate.ts';
import { writeOcspRequest } from '../x509/ocsp.ts';

const authority = createDemoAuthority({ key: 'P-256' });
const other = createDemoAuthority({ key: 'P-256' });
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });

/** A container in which `responder` says that the signer's certificate is good. */
async function answeredBy(responder: Holder): Promise<Uint8Array> {
  const files = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }];
  const { request } = writeOcspRequest(readCertificate(person.certificate), readCertificate(authority.issuer));
  const answer = answerOcsp(request, responder, new Date(), () => ({}));
  return containerOf(files, { 'META-INF/signatures0.xml': withOcsp(await signedAsOthers(files, person), answer) });
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

  it('is not taken for evidence when signing either', async () => {
    const prepared = await prepareAsice(
      [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }],
      person,
    );
    const { timestamp } = authority;
    const making = completeAsice(prepared.state, await person.sign(prepared), {
      level: 'LT',
      timestamp,
      fetcher: other.fetcher,
    });
    await expect(making).rejects.toThrow(EvidenceError);
  });
});
