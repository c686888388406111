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
