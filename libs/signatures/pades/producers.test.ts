import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { completePades, createDemoAuthority, preparePades, validate, type Report } from '../index.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { isRef, type PdfDict, type PdfRef, type PdfValue } from '../pdf/values.ts';
import { dict, name, nextNumber, ref, text, writeIncrement, type NewObject } from '../pdf/write.ts';
import { makePdf } from '../testing/documents.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const check = (pdf: Uint8Array): Promise<Report> => validate(pdf, { trust: authority.anchors, offline: true });
const codes = ({ signatures, container }: Report): string[] =>
  [...signatures.flatMap(({ errors, warnings }) => [...errors, ...warnings]), ...container.errors].map(
    ({ code }) => code,
  );

async function sign(pdf: Uint8Array, field?: string): Promise<Buffer> {
  const prepared = preparePades(pdf, { ...person, ...(field === undefined ? {} : { field }) });
  return Buffer.from(await completePades(prepared.state, await person.sign(prepared)));
}
const after = (pdf: Buffer, change: (file: PdfFile) => NewObject[]): Buffer => {
  const file = openPdf(pdf);
  return Buffer.concat([pdf, writeIncrement(file, change(file)).bytes]);
};
const asRef = (value: PdfValue | undefined): PdfRef => {
  if (!isRef(value)) throw new Error('not a reference');
  return value;
};
const edited = (pdf: Uint8Array, from: string | RegExp, to: string): Buffer =>
  Buffer.from(Buffer.from(pdf).toString('latin1').replace(from, to), 'latin1');

let plain: Uint8Array;
let form: Uint8Array;
beforeAll(async () => {
  plain = await makePdf({ pages: 2 });
  form = await makePdf({ form: true });
});

describe('documents of other producers', () => {
  it.each<[string, () => Uint8Array]>([
    [
      'something before the header, offsets counted from the header',
      () => Buffer.concat([Buffer.from('X-Mail: 1\r\n\r\n'), plain]),
    ],
    ['a table that lists the head of the free list as object 1', () => edited(plain, /xref\n0 /, 'xref\n1 ')],
    ['/Prev 0 for none', () => edited(plain, /trailer\s*<</, 'trailer\n<< /Prev 0')],
    ['white space behind the end', () => Buffer.concat([plain, Buffer.alloc(200, ' ')])],
    ['no line end behind the end', () => Buffer.from(plain).subarray(0, Buffer.from(plain).lastIndexOf('%%EOF') + 5)],
  ])('are signed and accepted with %s', async (_title, make) => {
    const signed = await sign(await sign(make()));
    expect([(await check(signed)).verdict, (await check(signed)).signatures.length]).toEqual(['accept', 2]);
    expect((await check(Buffer.concat([signed, Buffer.from('4 0 obj (900) endobj')]))).verdict).toBe('reject');
  });

  it('are accepted with a signature in BER, which other programs write', async () => {
    const signed = await sign(plain);
    const { sections } = openPdf(signed);
    expect(sections.length).toBeGreaterThan(1);
    const start = signed.lastIndexOf('/Contents <') + 11;
    const der = Buffer.from(signed.toString('latin1', start, signed.indexOf('>', start)), 'hex');
    const inner = der.subarray(4 + 11 + 4, der.readUInt16BE(2) + 4);
    const ber = Buffer.concat([
      Buffer.from('3080', 'hex'),
      der.subarray(4, 15),
      Buffer.from('a080', 'hex'),
      inner,
      Buffer.alloc(4),
    ]);
    signed.write(ber.toString('hex').padEnd(der.length * 2, '0'), start, 'latin1');
    const report = await check(signed);
    expect([report.verdict, codes(report)]).toEqual(['accept', expect.arrayContaining(['signature-not-der'])]);
  });

  it('are not taken for signed because of usage rights', async () => {
    const pdf = await PDFDocument.load(plain);
    const rights = pdf.context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.x509.rsa_sha1',
      ByteRange: [0, 1, 2, 3],
    });
    pdf.catalog.set(PDFName.of('Perms'), pdf.context.obj({ UR3: pdf.context.register(rights) }));
    expect((await check(await pdf.save({ useObjectStreams: false }))).verdict).toBe('no-signature');
  });

  it('may get an empty signature field later, but not one that shows something', async () => {
    const signed = await sign(form);
    const add = (more: Record<string, PdfValue>) => (file: PdfFile) => {
      const num = nextNumber(file);
      const owner = file.catalog.get('AcroForm');
      const old = file.resolve(owner) as PdfDict;
      const grown: PdfDict = new Map([
        ...old,
        ['Fields', [...(file.resolve(old.get('Fields')) as PdfValue[]), ref(num)]],
      ]);
      const root = asRef(file.trailer.get('Root'));
      const put = isRef(owner)
        ? { num: owner.num, value: grown }
        : { num: root.num, value: new Map([...file.catalog, ['AcroForm', grown]]) as PdfDict };
      return [
        {
          num,
          value: dict({ FT: name('Sig'), T: text('tukšs'), Subtype: name('Widget'), Rect: [0, 0, 90, 90], ...more }),
        },
        put,
      ];
    };
    expect((await check(after(signed, add({})))).verdict).toBe('accept');
    expect((await check(after(signed, add({ MK: dict({ BG: [1, 1, 1] }) })))).verdict).toBe('reject');
    expect((await check(after(signed, add({ FT: name('Tx') })))).verdict).toBe('reject');
  });

  it('may grow in their structure tree, but not read otherwise', async () => {
    const pdf = await PDFDocument.load(plain);
    const elem = pdf.context.register(
      pdf.context.obj({ Type: 'StructElem', S: 'P', ActualText: PDFString.of('100 EUR') }),
    );
    const tree = pdf.context.register(pdf.context.obj({ Type: 'StructTreeRoot', K: [elem], ParentTreeNextKey: 1 }));
    pdf.catalog.set(PDFName.of('StructTreeRoot'), tree);
    const signed = await sign(await pdf.save({ useObjectStreams: false }));
    const grown = after(signed, (file) => {
      const at = asRef(file.catalog.get('StructTreeRoot'));
      const old = file.resolve(at) as PdfDict;
      const num = nextNumber(file);
      const kids = [...(file.resolve(old.get('K')) as PdfValue[]), ref(num)];
      return [
        { num, value: dict({ Type: name('StructElem'), S: name('Form') }) },
        { num: at.num, value: new Map([...old, ['K', kids], ['ParentTreeNextKey', 2]]) as PdfDict },
      ];
    });
    expect((await check(grown)).verdict).toBe('accept');
    const spoken = after(signed, (file) => {
      const [at] = file.resolve((file.resolve(file.catalog.get('StructTreeRoot')) as PdfDict).get('K')) as PdfRef[];
      return [
        {
          num: at!.num,
          value: new Map([...(file.resolve(at) as PdfDict), ['ActualText', text('900 EUR')]]) as PdfDict,
        },
      ];
    });
    expect((await check(spoken)).verdict).toBe('reject');
  });
});

describe('locks of a signature field', () => {
  it.each([
    ['All', [], 'reject'],
    ['Include', ['summa'], 'reject'],
    ['Include', ['cits'], 'accept'],
    ['Exclude', ['summa'], 'accept'],
    ['Exclude', ['cits'], 'reject'],
  ] as const)('%s %j: filling in later is judged %s', async (action, fields, verdict) => {
    const lock = dict({ Type: name('SigFieldLock'), Action: name(action), Fields: fields.map(text) });
    const withField = after(Buffer.from(form), (file) => {
      const num = nextNumber(file);
      const owner = asRef(file.catalog.get('AcroForm'));
      const old = file.resolve(owner) as PdfDict;
      const field = dict({
        FT: name('Sig'),
        T: text('paraksts'),
        Subtype: name('Widget'),
        Type: name('Annot'),
        Rect: [0, 0, 0, 0],
        Lock: lock,
      });
      return [
        { num, value: field },
        {
          num: owner.num,
          value: new Map([
            ...old,
            ['Fields', [...(file.resolve(old.get('Fields')) as PdfValue[]), ref(num)]],
          ]) as PdfDict,
        },
      ];
    });
    const signed = await sign(withField, 'paraksts');
    expect((await check(signed)).verdict).toBe('accept');
    const filled = after(signed, (file) => {
      const field = fieldsOf(file).find(({ type }) => type === 'Tx')!;
      return [{ num: field.at!.num, value: new Map([...field.dict, ['V', text('900')]]) as PdfDict }];
    });
    expect((await check(filled)).verdict).toBe(verdict);
  });
});
