import { partiesSignatures, type ReportedSignature, type SignedFile } from './contract-signatures.ts';

const by = (certificate: string, more: Partial<ReportedSignature> = {}): ReportedSignature => ({
  certificate,
  name: certificate,
  organisation: null,
  signedAt: '2026-11-20T10:00:00Z',
  verdict: 'accept',
  ...more,
});
const file = (signatures: ReportedSignature[], more: Partial<SignedFile> = {}): SignedFile => ({
  role: 'signed',
  isPresent: true,
  isMadeHere: false,
  signatures,
  ...more,
});
const ours = file([by('head')], { isMadeHere: true, isPresent: false });
const brief = ({ signatures, isSignedByAll }: ReturnType<typeof partiesSignatures>) => ({
  sides: signatures.map(({ name, side }) => `${name} ${side}`),
  isSignedByAll,
});

test.each([
  ['ours alone', [{ ...ours, isPresent: true }], ['head us'], false],
  ['their copy of our PDF', [ours, file([by('head'), by('partner')])], ['head us', 'partner them'], true],
  ['their container around our PDF', [ours, file([by('partner')])], ['head us', 'partner them'], true],
  [
    'they signed first',
    [file([by('partner')], { role: 'main' }), { ...ours, isPresent: true, signatures: [by('partner'), by('head')] }],
    ['partner them', 'head us'],
    true,
  ],
  [
    'signed by both elsewhere',
    [file([by('head'), by('partner')], { role: 'main' })],
    ['head null', 'partner null'],
    false,
  ],
  [
    'their issuer is not known here',
    [ours, file([by('head'), by('partner', { verdict: 'indeterminate' })])],
    ['head us', 'partner them'],
    false,
  ],
  [
    'ours no longer holds',
    [ours, file([by('head', { verdict: 'reject' }), by('partner')])],
    ['head us', 'partner them'],
    false,
  ],
] as const)('%s', (_, files, sides, isSignedByAll) => {
  expect(brief(partiesSignatures(files, 1))).toEqual({ sides, isSignedByAll });
});

test('each of several parties is waited for; two persons of one party are two signers', () => {
  const copy = (...names: string[]) => [ours, file([by('head'), ...names.map((name) => by(name))])];
  expect(partiesSignatures(copy('partner'), 2).isSignedByAll).toBe(false);
  expect(partiesSignatures(copy('partner', 'another'), 2).isSignedByAll).toBe(true);
});
