import { meanings, type FindingCode } from '#signatures';
import { adviceOn } from './advice.ts';
import { checklist } from './checklist.ts';
import type { KeptReport, Surroundings } from './kept-report.ts';

type Signature = KeptReport['signatures'][number];

const signature = (more: Partial<Signature> = {}): Signature => ({
  name: 'S0',
  format: 'XAdES',
  level: 'LT',
  indication: 'TOTAL-PASSED',
  subIndication: null,
  signer: {
    name: 'JĀNIS BĒRZIŅŠ',
    personalCode: '010180-12345',
    issuer: 'Testa centrs',
    certificateSerial: '1',
    validFrom: '2025-01-01T00:00:00.000Z',
    validTo: '2029-01-01T00:00:00.000Z',
  },
  qualification: 'QESig',
  signingTime: '2026-11-12T08:05:00.000Z',
  bestSignatureTime: '2026-11-12T08:05:00.000Z',
  coversWholeDocument: true,
  signedFiles: ['lēmums.pdf'],
  errors: [],
  warnings: [],
  algorithms: { digest: 'SHA-256', signature: 'ECDSA', keyBits: 256 },
  timestamps: [{ kind: 'signature', time: '2026-11-12T08:05:00.000Z', by: 'TSU', qualified: true }],
  revocation: [
    {
      certificate: 'JĀNIS BĒRZIŅŠ',
      by: 'OCSP',
      status: 'good',
      producedAt: '2026-11-12T08:06:00.000Z',
      source: 'embedded',
    },
  ],
  verdict: 'accept',
  ...more,
});
const finding = (code: FindingCode, detail?: string) => ({
  code,
  lv: meanings[code][2],
  en: meanings[code][3],
  ...(detail ? { detail } : {}),
});
const report = (signatures: Signature[], more: Partial<KeptReport> = {}): KeptReport => ({
  format: 'ASiC-E',
  verdict: 'accept',
  container: { errors: [], warnings: [] },
  signatures,
  ...more,
});
const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  sender: '',
  receivedAt: new Date('2026-11-13T07:00:00Z'),
  beside: [],
  isReadable: true,
  ...more,
});
const stateOf = (key: string, kept: KeptReport, where = around()) =>
  checklist(kept, where).find((point) => point.key === key)?.state;

describe('the clerk’s check', () => {
  it.each([
    ['Bērziņš Jānis', 'yes'],
    ['janis berzins', 'yes'],
    ['SIA “Bērzi”', 'look'],
    ['Jānis', 'look'],
    ['', 'look'],
  ])('compares the signer with the sender “%s”: %s', (sender, state) => {
    expect(stateOf('signer', report([signature()]), around({ sender }))).toBe(state);
  });

  it('takes a time for proven only by a time stamp, and doubts one from after the receipt', () => {
    expect(stateOf('time', report([signature()]))).toBe('yes');
    expect(stateOf('time', report([signature({ timestamps: [] })]))).toBe('look');
    expect(stateOf('time', report([signature()]), around({ receivedAt: new Date('2026-11-01') }))).toBe('no');
  });

  it('shows what is not signed: inside the container, beside it, added later', () => {
    const inside = signature({ errors: [finding('file-not-signed', 'pielikums.doc')], verdict: 'reject' });
    expect(checklist(report([inside]), around()).find(({ key }) => key === 'parts')).toMatchObject({
      state: 'no',
      lv: expect.stringContaining('“pielikums.doc”'),
    });
    const beside = [{ name: 'vēstule.docx', isSigned: false, isReadable: true }];
    expect(checklist(report([signature()]), around({ beside })).find(({ key }) => key === 'parts')).toMatchObject({
      state: 'look',
      lv: expect.stringContaining('“vēstule.docx”'),
    });
    const filled = signature({ warnings: [finding('form-filled')], coversWholeDocument: false });
    expect(stateOf('parts', report([filled]))).toBe('look');
    const evidence = signature({ warnings: [finding('later-signature')], coversWholeDocument: false });
    expect(stateOf('parts', report([evidence]))).toBe('yes');
  });

  it('asks for a qualified signature before it calls a document signed', () => {
    expect(stateOf('outcome', report([signature()]))).toBe('yes');
    expect(stateOf('outcome', report([signature({ qualification: 'AdESig' })]))).toBe('look');
    expect(stateOf('outcome', report([signature()], { verdict: 'indeterminate' }))).toBe('look');
    expect(stateOf('outcome', report([signature()], { verdict: 'reject' }))).toBe('no');
  });

  it.each([
    [{ indication: 'TOTAL-PASSED' }, 'yes', 'TOTAL-PASSED'],
    [{ indication: 'INDETERMINATE', subIndication: 'TRY_LATER' }, 'look', 'nevar pabeigt: JĀNIS BĒRZIŅŠ'],
    [{ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' }, 'no', 'Nav derīgs: JĀNIS BĒRZIŅŠ'],
  ] as const)('tells what is open from what has failed: %j is %s', (more, state, words) => {
    const status = checklist(report([signature(more)]), around()).find(({ key }) => key === 'status');
    expect(status).toMatchObject({ state, lv: expect.stringContaining(words) });
  });

  it.each([
    ['QESig', 'yes'],
    ['QESeal', 'yes'],
    ['AdESig-QC', 'look'],
    ['N/A', 'look'],
    ['AdESig', 'no'],
  ])('says of a signature of kind %s without its code: %s', (qualification, state) => {
    const point = checklist(report([signature({ qualification })]), around()).find(({ key }) => key === 'qualified')!;
    expect([point.state, point.lv.includes(qualification)]).toEqual([state, false]);
  });

  it('knows a time stamp that cannot be confirmed from none, and tells one time of several signatures once', () => {
    const [stamp] = signature().timestamps;
    const doubtful = signature({ timestamps: [{ ...stamp!, problem: finding('timestamp-untrusted') }] });
    expect(stateOf('timestamp', report([doubtful]))).toBe('look');
    expect(stateOf('timestamp', report([signature({ timestamps: [] })]))).toBe('no');
    const time = checklist(report([signature(), signature()]), around()).find(({ key }) => key === 'time')!;
    expect(time.lv.match(/12\.11\.2026\./g)).toHaveLength(1);
  });

  it('has nothing to check where nothing is signed, and little where a container has no signature', () => {
    expect(checklist(report([], { verdict: 'no-signature' }), around())).toEqual([]);
    const empty = report([], {
      verdict: 'reject',
      container: { errors: [finding('container-without-signature')], warnings: [] },
    });
    expect(checklist(empty, around()).map(({ key }) => key)).toEqual(['opens', 'parts', 'readable', 'outcome']);
    expect(stateOf('parts', empty)).toBe('no');
  });
});

describe('advice', () => {
  const codes = (Object.keys(meanings) as FindingCode[]).filter((code) => meanings[code][0] !== 'warn');
  it.each(codes)('says what to do about %s', (code) => {
    const [weight, subIndication] = meanings[code];
    const verdict = weight as 'reject' | 'indeterminate';
    const ofSignature = report([signature({ verdict, subIndication, errors: [finding(code)] })], { verdict });
    const ofContainer = report([], { verdict, container: { errors: [finding(code)], warnings: [] } });
    for (const kept of [ofSignature, ofContainer]) {
      const [advice, another] = adviceOn(kept);
      expect([advice!.lv.length > 30, advice!.en.length > 30, another]).toEqual([true, true, undefined]);
    }
    if (subIndication) expect(adviceOn(ofSignature)[0]!.lv).not.toContain('saņemtais ir saglabāts');
  });
});
