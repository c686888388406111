import {
  completePades,
  createDemoAuthority,
  FetchError,
  loadTrustedLists,
  preparePades,
  readCertificate,
  readTrustedList,
  trustOfLists,
  validate,
  type Fetcher,
  type ListOptions,
  type ListStore,
  type Trust,
} from '../index.ts';
import { makePdf } from '../testing/documents.ts';
import { makeKey, writeCertificate } from '../testing/issue.ts';
import type { Holder } from '../testing/responders.ts';
import { writeTrustedList, type ListedService } from '../testing/trusted-list.ts';

const authority = createDemoAuthority();
const operator = (name: string): Holder => {
  const key = makeKey('P-256');
  const certificate = writeCertificate({
    subject: { C: 'LV', CN: name },
    key,
    notBefore: new Date('2025-01-01'),
    notAfter: new Date('2035-01-01'),
    extensions: [],
  });
  return { key, certificate };
};
const [europe, latvia, successor, stranger] = ['ES', 'LV', 'ES 2', 'cits'].map(operator) as [
  Holder,
  Holder,
  Holder,
  Holder,
];
const services: ListedService[] = [
  { certificate: authority.issuer, type: 'CA/QC' },
  { certificate: authority.holders.timestamping.certificate, type: 'TSA/QTST' },
];
const trustOf = (list: Buffer): Trust => ({ anchors: [], services: readTrustedList(list).services, warnings: [] });

async function signed(kind: 'person' | 'seal'): Promise<Uint8Array> {
  const key =
    kind === 'person'
      ? authority.issuePerson({ givenName: 'A', surname: 'B', personalCode: '010180-11111' })
      : authority.issueSeal({ organisation: 'Novads', registrationNumber: '90000000001' });
  const prepared = preparePades(await makePdf(), key);
  return completePades(prepared.state, await key.sign(prepared), {
    level: 'LT',
    timestamp: authority.timestamp,
    fetcher: authority.fetcher,
  });
}

describe('qualification by trusted list', () => {
  it('tells a qualified signature and seal from advanced ones', async () => {
    const trust = trustOf(writeTrustedList({ services }, latvia));
    for (const [kind, expected] of [
      ['person', 'QESig'],
      ['seal', 'QESeal'],
    ] as const) {
      const report = await validate(await signed(kind), { trust, offline: true });
      expect([report.verdict, report.signatures[0]!.qualification]).toEqual(['accept', expected]);
    }
    const narrow = trustOf(
      writeTrustedList({ services: services.map((one) => ({ ...one, uses: ['ForeSignatures'] })) }, latvia),
    );
    expect((await validate(await signed('seal'), { trust: narrow, offline: true })).signatures[0]!.qualification).toBe(
      'AdESeal',
    );
    const own = await validate(await signed('person'), { trust: authority.anchors, offline: true });
    expect(own.signatures[0]!.qualification).toBe('AdESig');
  });

  it('trusts an issuer only while its status was granted', async () => {
    const withdrawn = services.map((one) => ({
      ...one,
      status: 'withdrawn' as const,
      since: '2026-02-01T00:00:00Z',
      history: [{ status: 'granted', since: '2020-01-01T00:00:00Z' }],
    }));
    const trust = trustOf(writeTrustedList({ services: withdrawn }, latvia));
    const report = await validate(await signed('person'), { trust, offline: true });
    expect(report.verdict).toBe('indeterminate');
    expect(report.signatures[0]!.errors.map(({ code }) => code)).toContain('issuer-withdrawn');
    let now = new Date('2026-01-10T00:00:00Z');
    const then = createDemoAuthority({ now: () => now });
    const key = then.issuePerson({ givenName: 'A', surname: 'B', personalCode: '010180-11111' });
    const prepared = preparePades(await makePdf(), key);
    const early = await completePades(prepared.state, await key.sign(prepared), {
      level: 'LT',
      timestamp: then.timestamp,
      fetcher: then.fetcher,
    });
    now = new Date('2026-06-01T00:00:00Z');
    const listed = [
      { ...withdrawn[0]!, certificate: then.issuer },
      { ...services[1]!, certificate: then.holders.timestamping.certificate },
    ];
    const history = trustOf(writeTrustedList({ services: listed }, latvia));
    const before = await validate(early, { trust: history, at: now, offline: true });
    expect([before.verdict, before.signatures[0]!.qualification]).toEqual(['accept', 'QESig']);
  });
});

describe('loading lists', () => {
  const url = 'https://lists.example/';
  const files = new Map<string, Uint8Array>();
  const fetcher: Fetcher = async (address) => {
    const bytes = files.get(address);
    if (!bytes) throw new FetchError('404');
    return bytes;
  };
  const pointer = { url: `${url}lv.xml`, territory: 'LV', type: 'EUgeneric', signer: latvia.certificate };
  const options = { url: `${url}lotl.xml`, signers: [readCertificate(europe.certificate)], fetcher };
  const servicesOf = async (more: Partial<ListOptions> = {}): Promise<number> =>
    trustOfLists(await loadTrustedLists({ ...options, ...more })).services.length;
  const problems = async (more: Partial<ListOptions> = {}): Promise<(string | undefined)[]> =>
    (await loadTrustedLists({ ...options, ...more })).map(({ problem }) => problem?.code);
  const memory = (): ListStore => {
    const kept = new Map<string, Uint8Array>();
    return {
      read: async (address) => kept.get(address),
      write: async (address, bytes) => void kept.set(address, bytes),
    };
  };

  it('follows the list of lists and refuses what others signed or what is out of date', async () => {
    files.set(`${url}lotl.xml`, writeTrustedList({ territory: 'EU', pointers: [pointer] }, europe));
    files.set(`${url}lv.xml`, writeTrustedList({ services }, latvia));
    expect(await servicesOf()).toBe(2);
    files.set(`${url}lv.xml`, writeTrustedList({ services }, stranger));
    expect([await problems(), await servicesOf()]).toEqual([[undefined, 'signer'], 0]);
    files.set(`${url}lv.xml`, writeTrustedList({ services, nextUpdate: new Date('2026-01-01') }, latvia));
    expect([await problems(), await servicesOf()]).toEqual([[undefined, 'expired'], 0]);
    const genuine = writeTrustedList({ services }, latvia).toString();
    files.set(`${url}lv.xml`, Buffer.from(genuine.replace('Testa centrs', 'Cits centrs')));
    expect([await problems(), await servicesOf()]).toEqual([[undefined, 'signature'], 0]);
    for (const [bytes, code] of [
      ['<html/>', 'not-a-list'],
      ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'not-a-list'],
      ['', 'not-a-list'],
    ] as const) {
      files.set(`${url}lv.xml`, Buffer.from(bytes));
      expect(await problems()).toEqual([undefined, code]);
    }
    files.set(`${url}lotl.xml`, writeTrustedList({ territory: 'EU', pointers: [pointer] }, stranger));
    expect(await problems()).toEqual(['signer']);
    files.clear();
    expect(await problems()).toEqual(['unreachable']);
  });

  it('serves from its store without a network, and takes no older list than it has', async () => {
    const store = memory();
    files.set(`${url}lotl.xml`, writeTrustedList({ territory: 'EU', pointers: [pointer] }, europe));
    files.set(`${url}lv.xml`, writeTrustedList({ services, sequence: 7 }, latvia));
    expect(await problems({ store, offline: true })).toEqual(['absent']);
    expect(await servicesOf({ store })).toBe(2);
    files.set(`${url}lv.xml`, writeTrustedList({ services: [], sequence: 6 }, latvia));
    expect([await problems({ store }), await servicesOf({ store })]).toEqual([[undefined, 'older'], 2]);
    files.clear();
    expect([await problems({ store }), await servicesOf({ store })]).toEqual([['unreachable', 'unreachable'], 2]);
    expect([await problems({ store, offline: true }), await servicesOf({ store, offline: true })]).toEqual([
      [undefined, undefined],
      2,
    ]);
    expect(await problems({ store, offline: true, now: new Date(Date.now() + 40 * 86_400_000) })).toEqual([
      'expired',
      'expired',
    ]);
  });

  it('loads a national list that was named by hand, by given signers or by whoever signed it', async () => {
    files.set(`${url}lv.xml`, writeTrustedList({ services }, latvia));
    const national = { url: `${url}lv.xml` };
    expect(await problems({ ...national, signers: undefined })).toEqual([undefined]);
    expect(await problems({ ...national, signers: [readCertificate(latvia.certificate)] })).toEqual([undefined]);
    expect(await problems({ ...national, signers: [readCertificate(stranger.certificate)] })).toEqual(['signer']);
  });

  it('accepts a new signer of the list of lists only by way of a pivot', async () => {
    const self = { url: `${url}lotl.xml`, territory: 'EU', type: 'EUlistofthelists', signer: successor.certificate };
    files.set(`${url}lv.xml`, writeTrustedList({ services }, latvia));
    files.set(`${url}pivot1.xml`, writeTrustedList({ territory: 'EU', pointers: [self] }, europe));
    files.set(
      `${url}lotl.xml`,
      writeTrustedList({ territory: 'EU', pointers: [pointer], pivots: [`${url}pivot1.xml`] }, successor),
    );
    expect(await servicesOf()).toBe(2);
    files.set(`${url}pivot1.xml`, writeTrustedList({ territory: 'EU', pointers: [self] }, successor));
    expect(await problems()).toEqual(['signer']);
  });
});

describe('time stamps', () => {
  it('are qualified when a listed service, granted then, made them', async () => {
    const file = await signed('person');
    const kinds = async (trust: Trust | Uint8Array[]) =>
      (await validate(file, { trust, offline: true })).signatures[0]!.timestamps.map(({ qualified }) => qualified);
    expect(await kinds(trustOf(writeTrustedList({ services }, latvia)))).toEqual([true]);
    expect(await kinds(authority.anchors)).toEqual([false]);
  });
});
