import { completePades, createDemoAuthority, preparePades, validate, type Report } from '../index.ts';
import { makePdf } from '../testing/documents.ts';
import { itWith, judge } from '../testing/judges.ts';
import { resigned } from '../testing/resign.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const check = (pdf: Uint8Array): Promise<Report> => validate(pdf, { trust: authority.anchors, offline: true });
const codes = ({ container, signatures }: Report): string[] =>
  [...container.errors, ...container.warnings, ...signatures.flatMap(({ errors }) => errors)].map(({ code }) => code);

async function sign(pdf: Uint8Array): Promise<Uint8Array> {
  const prepared = preparePades(pdf, person);
  return completePades(prepared.state, await person.sign(prepared));
}

let tables: Uint8Array;
let streams: Uint8Array;
beforeAll(async () => {
  tables = await sign(await makePdf({ form: true }));
  streams = await sign(await makePdf({ form: true, useObjectStreams: true }));
});

const last = (syntax: string, word: string): [string, string] => {
  const at = syntax.lastIndexOf(word);
  return [syntax.slice(0, at), syntax.slice(at)];
};
const withStart =
  (change: (offset: number) => number) =>
  (syntax: string): string => {
    const [before, after] = last(syntax, 'startxref');
    return before + after.replace(/\d+/, (offset) => String(change(Number(offset))));
  };
const wrongStart = withStart((offset) => offset - 7);

const broken: [string, (syntax: string) => string][] = [
  ['startxref that points beside the section', wrongStart],
  ['startxref beyond the end', withStart(() => 9_999_999)],
  ['no startxref at all', (syntax) => syntax.replaceAll('startxref', '         ')],
];

describe('documents whose cross-references are broken', () => {
  for (const [title, rewrite] of broken)
    for (const kind of ['tables', 'streams'] as const)
      it(`are accepted with ${title} (${kind}) when all of them is signed, and said to be so`, async () => {
        const signed = await resigned(kind === 'tables' ? tables : streams, person, rewrite);
        const report = await check(signed);
        expect([report.verdict, codes(report)]).toEqual(['accept', ['structure-rebuilt']]);
        expect(report.signatures[0]!).toMatchObject({ coversWholeDocument: true, signer: { surname: 'Bērziņa' } });
      });

  it('are rejected when anything follows what was signed', async () => {
    const signed = await resigned(tables, person, wrongStart);
    const content = Buffer.from('4 0 obj\n<</Type /Catalog>>\nendobj\n');
    for (const more of [content, Buffer.from('x')])
      expect((await check(Buffer.concat([signed, more]))).verdict).toBe('reject');
    expect((await check(Buffer.concat([signed, Buffer.from('\r\n')]))).verdict).toBe('accept');
    expect((await check(Buffer.concat([signed, Buffer.alloc(3, ' ')]))).verdict).toBe('reject');
    expect((await check(Buffer.concat([tables, Buffer.alloc(3000, ' ')]))).verdict).toBe('reject');
    signed[200]! ^= 1;
    expect((await check(signed)).verdict).toBe('reject');
  });

  it('are rejected when a sound file gets a broken increment', async () => {
    const tails = [
      '4 0 obj\n(900)\nendobj\nstartxref\n3\n%%EOF\n',
      'startxref\n99999999\n%%EOF\n',
      'trailer\n<</Root 1 0 R>>\n',
    ];
    for (const tail of tails)
      expect((await check(Buffer.concat([tables, Buffer.from(`\n${tail}`)]))).verdict).toBe('reject');
  });

  it('are rejected when the chain of revisions leads nowhere, though the signer is shown', async () => {
    const signed = await resigned(tables, person, (syntax) => {
      const [before, after] = last(syntax, '/Prev ');
      return before + after.replace(/\d+/, (offset) => '9'.repeat(offset.length));
    });
    const report = await check(signed);
    expect([report.verdict, report.signatures[0]!.signer!.surname]).toEqual(['reject', 'Bērziņa']);
    expect(codes(report)).toEqual(['pdf-unreadable', 'structure-rebuilt']);
  });

  describe('with an earlier signature over an intact revision', () => {
    const verdicts = async (pdf: Uint8Array): Promise<string[][]> =>
      (await check(pdf)).signatures.map(({ verdict, errors }) => [verdict, ...errors.map(({ code }) => code)]);
    const twice = async (first: Uint8Array, rewrite: (syntax: string) => string): Promise<Buffer> =>
      resigned(await sign(first), person, rewrite);
    const accepted = ['accept'];

    for (const [title, rewrite] of broken.slice(0, 2))
      for (const kind of ['tables', 'streams'] as const)
        it(`cannot be judged to the end, ${title} (${kind})`, async () => {
          const pdf = await twice(kind === 'tables' ? tables : streams, rewrite);
          expect(await verdicts(pdf)).toEqual([['indeterminate', 'revision-repaired'], accepted]);
          expect((await check(pdf)).verdict).toBe('indeterminate');
        });

    /** The second signer's part with objects more, before its end. */
    const withObjects = (objects: string) =>
      twice(tables, (syntax) => {
        const [before, after] = last(wrongStart(syntax), 'startxref');
        return `${before}${objects}\n${after}`;
      });

    it('are rejected when the repaired part changes what was signed', async () => {
      const page = /(\d+) 0 obj\s*<<[^>]*\/Type \/Page\b/.exec(Buffer.from(tables).toString('latin1'))![1]!;
      const [first, second] = await verdicts(
        await withObjects(`${page} 0 obj\n<</Type /Page /MediaBox [0 0 9 9]>>\nendobj`),
      );
      expect(first).toEqual(expect.arrayContaining(['reject', 'page-content-changed']));
      expect(second).toEqual(accepted);
    });

    it('are rejected when another catalog is put behind it, and never accepted where one repair may take what another leaves', async () => {
      const catalog = '900 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj';
      const leading = await check(await withObjects(`${catalog}\ntrailer\n<</Root 900 0 R>>`));
      expect(leading.verdict).toBe('reject');
      expect(await verdicts(await withObjects(catalog))).toEqual([['indeterminate', 'revision-repaired'], accepted]);
    });

    it('are rejected when nobody signed to the end, or the end is not its own', async () => {
      const pdf = await twice(tables, wrongStart);
      expect(await verdicts(Buffer.concat([pdf, Buffer.from('\n5 0 obj\n(x)\nendobj\n')]))).toEqual([
        ['reject', 'revision-broken'],
        ['reject', 'revision-broken'],
      ]);
      pdf[200]! ^= 1;
      expect((await check(pdf)).signatures.map(({ verdict }) => verdict)).toEqual(['reject', 'reject']);
    });
  });

  itWith(['pdfsig'], 'are read as another program repairs them', async () => {
    const { output } = judge({ 'a.pdf': await resigned(tables, person, wrongStart) }, 'pdfsig', ['-nocert', 'a.pdf']);
    expect(output).toContain('Signature is Valid');
    expect(output).toContain('Total document signed');
  });

  it('are told from signed ones, and from what cannot be read', async () => {
    const plain = Buffer.from(await makePdf({ form: true }));
    expect((await check(plain.subarray(0, plain.length - 40))).verdict).toBe('no-signature');
    expect(
      (await check(Buffer.from(plain.toString('latin1').replace(/startxref\s+\d+/, 'startxref 1'), 'latin1'))).verdict,
    ).toBe('no-signature');
    expect((await check(plain.subarray(0, 60))).verdict).toBe('error');
    const withoutPages = plain.toString('latin1').replaceAll('/Pages ', '/Sages ');
    expect((await check(Buffer.from(withoutPages, 'latin1'))).verdict).toBe('error');
  });
});
