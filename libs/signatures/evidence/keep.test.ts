import * as der from '../asn1/der.ts';
import * as w from '../asn1/write.ts';
import { createDemoAuthority, keepingFetcher, readCertificate, type EvidenceKeep, type Fetcher } from '../index.ts';
import { answerOcsp } from '../testing/responders.ts';
import { writeOcspRequest } from '../x509/ocsp.ts';

const authority = createDemoAuthority();
const person = readCertificate(
  authority.issuePerson({ givenName: 'A', surname: 'B', personalCode: '010180-11111' }).certificate,
);
const issuer = readCertificate(authority.issuer);

function counted(answer: Fetcher) {
  const asked: string[] = [];
  const kept = new Map<string, { bytes: Uint8Array; until: Date }>();
  const keep: EvidenceKeep = {
    read: async (key) => kept.get(key)?.bytes,
    write: async (key, bytes, until) => void kept.set(key, { bytes, until }),
  };
  const fetcher = keepingFetcher(async (url, ask) => (asked.push(url), answer(url, ask)), keep);
  return { fetcher, asked, kept };
}

describe('keeping evidence', () => {
  it('asks for a CRL and an issuer once while they are fresh', async () => {
    const { fetcher, asked, kept } = counted(authority.fetcher);
    for (const url of [person.crlUrls[0]!, person.issuerUrls[0]!]) {
      const first = await fetcher(url);
      expect(await fetcher(url)).toBe(first);
    }
    expect(asked).toHaveLength(2);
    const day = 86_400_000;
    const lives = [...kept.values()].map(({ until }) => Math.round((until.getTime() - Date.now()) / day));
    expect(lives).toEqual([1, 7]);
  });

  it('asks a responder each time that answers our nonce, and once one that prepared its answer before', async () => {
    const url = person.ocspUrls[0]!;
    const ask = () => ({ body: writeOcspRequest(person, issuer).request });
    const fresh = counted(authority.fetcher);
    await fresh.fetcher(url, ask());
    await fresh.fetcher(url, ask());
    expect([fresh.asked.length, fresh.kept.size]).toEqual([2, 0]);
    const responder = authority.holders.ocspIssuing;
    const prepared = counted(async (_, { body } = {}) =>
      answerOcsp(withoutNonce(body!), responder, new Date(), () => ({})),
    );
    await prepared.fetcher(url, ask());
    await prepared.fetcher(url, ask());
    expect([prepared.asked.length, prepared.kept.size]).toEqual([1, 1]);
  });

  it('keeps nothing that is past its time, an error or not evidence at all', async () => {
    const stale = createDemoAuthority({ now: () => new Date('2026-01-10'), notBefore: new Date('2026-01-01') });
    const answers = [
      await stale.fetcher(person.crlUrls[0]!),
      Buffer.from('30030a0106', 'hex'),
      Buffer.from('<html>'),
      Buffer.alloc(0),
    ];
    for (const answer of answers) {
      const { fetcher, kept } = counted(async () => answer);
      await fetcher('http://x.example/');
      expect(kept.size).toBe(0);
    }
  });
});

/** The same question without its extensions. */
function withoutNonce(request: Uint8Array): Uint8Array {
  const [list] = der.sequenceOf(der.sequenceOf(der.readWhole(request))[0]);
  return w.sequence(w.sequence(Buffer.from(der.rawOf(list!))));
}
