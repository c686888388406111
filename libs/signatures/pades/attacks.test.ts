import { completePades, createDemoAuthority, preparePades, validate, type Report } from '../index.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { pageAt } from '../pdf/pages.ts';
import { isDict, isRef, type PdfDict, type PdfRef, type PdfValue } from '../pdf/values.ts';
import { dict, name, nextNumber, ref, text, writeIncrement, type NewObject } from '../pdf/write.ts';
import { makePdf } from '../testing/documents.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
let signed: Buffer;
let certified: Buffer;

beforeAll(async () => {
  const pdf = await makePdf({ pages: 2, form: true });
  const make = async (certify?: 1 | 2): Promise<Buffer> => {
    const prepared = preparePades(pdf, { ...person, ...(certify ? { certify } : {}) });
    return Buffer.from(await completePades(prepared.state, await person.sign(prepared)));
  };
  signed = await make();
  certified = await make(1);
});

const check = (pdf: Uint8Array): Promise<Report> => validate(pdf, { trust: authority.anchors, offline: true });
const codes = ({ signatures, container }: Report): string[] =>
  [
    ...signatures.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
    ...container.errors,
    ...container.warnings,
  ].map(({ code }) => code);

/** Appends an increment with changed objects to a signed file. */
function after(pdf: Buffer, change: (file: PdfFile) => NewObject[], trailer: Record<string, PdfValue> = {}): Buffer {
  const file = openPdf(pdf);
  return Buffer.concat([pdf, writeIncrement(file, change(file), trailer).bytes]);
}
const asRef = (value: PdfValue | undefined): PdfRef => {
  if (!isRef(value)) throw new Error('not a reference');
  return value;
};
const changed = (file: PdfFile, at: PdfRef, entries: Record<string, PdfValue>): NewObject => {
  const value = file.resolve(at);
  return { num: at.num, gen: at.gen, value: new Map([...(isDict(value) ? value : []), ...Object.entries(entries)]) };
};
const stream = (content: string): PdfValue => ({
  kind: 'stream',
  dict: new Map() as PdfDict,
  data: Buffer.from(content),
});
const formField = (file: PdfFile) => fieldsOf(file).find((field) => field.type === 'Tx')!;

describe('changes after signing', () => {
  it.each<[string, string, (file: PdfFile) => NewObject[]]>([
    [
      'the content of a page',
      'page-content-changed',
      (file) => [{ num: firstContent(file).num, value: stream('BT ET') }],
    ],
    [
      'the page dictionary',
      'page-content-changed',
      (file) => [changed(file, pageAt(file, 0).at, { MediaBox: [0, 0, 10, 10] })],
    ],
    [
      'the page tree',
      'pages-changed',
      (file) => [changed(file, asRef(file.catalog.get('Pages')), { Kids: [pageAt(file, 0).at], Count: 1 })],
    ],
    [
      'an annotation on a page',
      'annotation-added',
      (file) => {
        const num = nextNumber(file);
        const note = dict({
          Type: name('Annot'),
          Subtype: name('FreeText'),
          Rect: [0, 0, 300, 200],
          Contents: text('900 EUR'),
        });
        return [{ num, value: note }, changed(file, pageAt(file, 1).at, { Annots: [ref(num)] })];
      },
    ],
    [
      'an action on opening',
      'action-added',
      (file) => [
        changed(file, asRef(file.trailer.get('Root')), {
          OpenAction: dict({ S: name('JavaScript'), JS: text('app.alert(1)') }),
        }),
      ],
    ],
    [
      'the signature itself',
      'byte-range-gap',
      (file) => [
        changed(file, asRef(fieldsOf(file).find(({ type }) => type === 'Sig')!.value), { Name: text('Cits') }),
      ],
    ],
    [
      'a picture of a form field',
      'appearance-changed',
      (file) => {
        const look = (file.resolve(formField(file).dict.get('Kids')) as PdfValue[] | null)?.[0] ?? formField(file).at!;
        const appearance = file.resolve((file.resolve(look) as PdfDict).get('AP')) as PdfDict;
        return [{ num: asRef(appearance.get('N')).num, value: stream('BT (900) Tj ET') }];
      },
    ],
    [
      'an unsigned field with a picture',
      'changed-after-signing',
      (file) => {
        const num = nextNumber(file);
        const form = file.resolve(file.catalog.get('AcroForm')) as PdfDict;
        const fields = file.resolve(form.get('Fields')) as PdfValue[];
        const field = dict({
          FT: name('Sig'),
          T: text('x'),
          Type: name('Annot'),
          Subtype: name('Widget'),
          Rect: [0, 0, 300, 200],
          AP: dict({ N: ref(num + 1) }),
        });
        const owner = file.catalog.get('AcroForm');
        const grown = new Map([...form, ['Fields', [...fields, ref(num)]]]) as PdfDict;
        const put = isRef(owner)
          ? { num: owner.num, value: grown }
          : changed(file, asRef(file.trailer.get('Root')), { AcroForm: grown });
        return [{ num, value: field }, { num: num + 1, value: stream('0 0 300 200 re f') }, put];
      },
    ],
  ])('rejects %s', async (_title, code, change) => {
    const report = await check(after(signed, change));
    expect([report.verdict, codes(report)]).toEqual(['reject', expect.arrayContaining([code])]);
  });

  it('rejects another root', async () => {
    const file = openPdf(signed);
    const num = nextNumber(file);
    const swapped = after(signed, () => [{ num, value: new Map(file.catalog) }], { Root: ref(num) });
    expect(codes(await check(swapped))).toContain('changed-after-signing');
  });

  it('rejects an object that only a new cross-reference moves elsewhere', async () => {
    const file = openPdf(signed);
    const at = firstContent(file);
    const other = file.indirect(asRef(file.catalog.get('Pages')).num)!;
    const start = signed.length;
    const section = `xref\n${at.num} 1\n${String(other.start).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${nextNumber(file)} /Root ${asRef(file.trailer.get('Root')).num} 0 R /Prev ${file.sections[0]!.offset}>>\nstartxref\n${start}\n%%EOF\n`;
    expect((await check(Buffer.concat([signed, Buffer.from(section)]))).verdict).toBe('reject');
  });

  it('rejects bytes that belong to no revision', async () => {
    const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(signed.toString('latin1'))![1];
    for (const tail of ['4 0 obj\n(900)\nendobj\n', `4 0 obj\n(900)\nendobj\nstartxref\n${startxref}\n%%EOF\n`]) {
      const report = await check(Buffer.concat([signed, Buffer.from(tail)]));
      expect([report.verdict, codes(report)]).toEqual(['reject', expect.arrayContaining(['bytes-after-revision'])]);
    }
    expect((await check(Buffer.concat([signed, Buffer.from('\r\n')]))).verdict).toBe('accept');
  });

  it('allows filling a form, and says so, but not after a certification that forbids it', async () => {
    const fill = (file: PdfFile): NewObject[] => [changed(file, formField(file).at!, { V: text('200') })];
    const report = await check(after(signed, fill));
    expect([report.verdict, codes(report)]).toEqual(['accept', expect.arrayContaining(['form-filled'])]);
    const forbidden = await check(after(certified, fill));
    expect([forbidden.verdict, codes(forbidden)]).toEqual([
      'reject',
      expect.arrayContaining(['certification-violated']),
    ]);
  });

  it('rejects a store of evidence that cannot be read, and shows the signer', async () => {
    const lost = after(signed, (file) => [
      changed(file, asRef(file.trailer.get('Root')), { DSS: ref(nextNumber(file)) }),
      { num: nextNumber(file), syntax: ['<</OCSPs [(x'] },
    ]);
    const report = await check(lost);
    expect([report.verdict, codes(report)]).toEqual(['reject', expect.arrayContaining(['revision-broken'])]);
    expect(report.signatures[0]!.signer!.surname).toBe('Bērziņa');
  });

  it('takes an object for unchanged that was only written again', async () => {
    const same = after(signed, (file) => [
      changed(file, pageAt(file, 0).at, {}),
      changed(file, asRef(file.trailer.get('Root')), {}),
    ]);
    expect((await check(same)).verdict).toBe('accept');
  });
});

describe('byte ranges', () => {
  const edit = (range: string): Buffer => {
    const at = signed.indexOf('/ByteRange');
    const end = signed.indexOf(']', at) + 1;
    return Buffer.concat([
      signed.subarray(0, at),
      Buffer.from(`/ByteRange ${range}`.padEnd(end - at)),
      signed.subarray(end),
    ]);
  };
  it.each([
    '[0 0 0 0]',
    '[0 -1 -1 0]',
    '[0 10 20]',
    '[1 10 20 30]',
    '[0 10 20 30]',
    'null',
    '[0 1.5 2 3]',
    '[0 10 20 99999999]',
  ])('rejects %s', async (range) => {
    const report = await check(edit(range));
    expect(report.verdict).toBe('reject');
    expect(codes(report).some((code) => code.startsWith('byte-range-'))).toBe(true);
  });
});

function firstContent(file: PdfFile): PdfRef {
  const contents = pageAt(file, 0).page.get('Contents');
  if (isRef(contents) && !Array.isArray(file.resolve(contents))) return contents;
  return asRef((file.resolve(contents) as PdfValue[])[0]);
}
