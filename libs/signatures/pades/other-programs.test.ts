import { attribute, writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { OID } from '../asn1/oids.ts';
import { digestOf } from '../crypto/verify.ts';
import { completePades, createDemoAuthority, preparePades, validate, type Report } from '../index.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { isRef, type PdfDict, type PdfRef, type PdfValue } from '../pdf/values.ts';
import { dict, name, nextNumber, ref, text, writeIncrement, type NewObject } from '../pdf/write.ts';
import type { Issued } from '../testing/authority.ts';
import { makePdf } from '../testing/documents.ts';
import { resigned } from '../testing/resign.ts';
import { requestTimestamp } from '../timestamps/request.ts';

/** Traits of files that PDFBox, iText and LibreOffice signed, each in the smallest file that has it. */

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const check = (pdf: Uint8Array): Promise<Report> => validate(pdf, { trust: authority.anchors, offline: true });
const codesOf = ({ signatures }: Report): string[] =>
  signatures[0]!.errors.concat(signatures[0]!.warnings).map(({ code }) => code);

async function sign(pdf: Uint8Array, field?: string): Promise<Buffer> {
  const prepared = preparePades(pdf, { ...person, ...(field === undefined ? {} : { field }) });
  return Buffer.from(await completePades(prepared.state, await person.sign(prepared)));
}
const after = (pdf: Uint8Array, change: (file: PdfFile) => NewObject[]): Buffer => {
  const file = openPdf(pdf);
  return Buffer.concat([pdf, writeIncrement(file, change(file)).bytes]);
};
const asRef = (value: PdfValue | undefined): PdfRef => {
  if (!isRef(value)) throw new Error('not a reference');
  return value;
};
const grown = (file: PdfFile, at: PdfRef, entries: Record<string, PdfValue>): NewObject => ({
  num: at.num,
  value: new Map([...(file.resolve(at) as PdfDict), ...Object.entries(entries)]),
});
const form = (file: PdfFile): PdfRef => asRef(file.catalog.get('AcroForm'));
const picture = (content: string): PdfValue => ({
  kind: 'stream',
  dict: new Map([['Subtype', name('Form')]]),
  data: Buffer.from(content),
});

/** An empty signature field on a page, in the order: number of the field. */
const emptyField = (file: PdfFile, entries: Record<string, PdfValue>, num = nextNumber(file)): NewObject[] => [
  {
    num,
    value: dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: text('paraksts'),
      Rect: [20, 60, 120, 90],
      ...entries,
    }),
  },
  grown(file, form(file), {
    Fields: [...(file.resolve((file.resolve(form(file)) as PdfDict).get('Fields')) as PdfValue[]), ref(num)],
  }),
];

it.each([true, false])('PDFBox keeps the newest picture in the form’s resources (an object: %s)', async (isObject) => {
  let font = 0;
  let pictures = 0;
  const withPicture = (file: PdfFile, content: string, ownFont?: number): NewObject[] => {
    const num = nextNumber(file);
    font ||= num + 1;
    pictures ||= num + 2;
    const value = dict({ FRM: ref(num) });
    const resources = dict({ Font: dict({ F: ref(ownFont ?? font) }), XObject: isObject ? ref(pictures) : value });
    return [
      { num, value: picture(content) },
      { num: font, value: dict({ Type: name('Font'), BaseFont: name('Helvetica') }) },
      ...(isObject ? [{ num: pictures, value }] : []),
      grown(file, form(file), { DR: resources }),
    ];
  };
  const signed = await sign(after(await makePdf({ form: true }), (file) => withPicture(file, 'q Q')));
  expect((await check(after(signed, (file) => withPicture(file, 'q q Q Q')))).verdict).toBe('accept');
  const otherFont = after(signed, (file) => withPicture(file, 'q q Q Q', nextNumber(file)));
  expect(codesOf(await check(otherFont))).toContain('appearance-changed');
});

it('whoever signs an empty field may give it another place and look, but nobody else may', async () => {
  const signed = await sign(after(await makePdf({ form: true }), (file) => emptyField(file, {})));
  const changed = (entries: (file: PdfFile) => Record<string, PdfValue>) =>
    check(
      after(signed, (file) => {
        const { at } = fieldsOf(file).find((field) => field.name === 'paraksts')!;
        return [
          grown(file, at!, entries(file)),
          { num: nextNumber(file), value: dict({ Type: name('Sig') }) },
          { num: nextNumber(file) + 1, value: picture('0 0 100 30 re f') },
        ];
      }),
    );
  const V = (file: PdfFile) => ref(nextNumber(file));
  const AP = (file: PdfFile) => dict({ N: ref(nextNumber(file) + 1) });
  expect(codesOf(await changed((file) => ({ V: V(file), AP: AP(file), Rect: [0, 0, 0, 0] })))).not.toContain(
    'changed-after-signing',
  );
  expect(codesOf(await changed((file) => ({ AP: AP(file) })))).toContain('changed-after-signing');
  expect(codesOf(await changed(() => ({ Rect: [0, 0, 300, 200] })))).toContain('changed-after-signing');
});

it('iText writes the signature into the widget where field and widget are two objects', async () => {
  let parent = 0;
  const base = after(await makePdf({ form: true }), (file) => {
    const [widget, list] = emptyField(file, {});
    parent = widget!.num + 1;
    const value = dict({ FT: name('Sig'), T: text('paraksts'), Kids: [ref(widget!.num)] });
    return [widget!, list!, { num: parent, value }];
  });
  // Our own signature, made in the widget as if it were the field, is moved below the field.
  const signed = await resigned(await sign(base, 'paraksts'), person, (syntax) => {
    const added = syntax.slice(base.length);
    const nameless = added.replace(/\/T (?=\([^)]*\)|<[^>]*>)/, '/X ');
    const listed = nameless.replace(new RegExp(`(/Fields ?\\[[^\\]]*)${parent - 1} 0 R`), `$1${parent} 0 R`);
    return syntax.slice(0, base.length) + listed;
  });
  const { verdict, signatures } = await check(signed);
  expect([verdict, signatures.length, signatures[0]?.name]).toEqual(['accept', 1, 'paraksts']);
});

it('LibreOffice stamps another value than it writes: no proof of time, yet the signature stands', async () => {
  const stamped = async (covered: Buffer, key: Issued): Promise<Uint8Array> => {
    const signedAttributes = writeSignedAttributes(key.certificate, digestOf('SHA-256', covered));
    const token = await requestTimestamp(authority.timestamp, [Buffer.from('first attempt')]);
    const signature = await key.sign({ toBeSigned: signedAttributes });
    return writeSignedData({
      ...key,
      signedAttributes,
      signature,
      unsigned: [attribute(OID.signatureTimeStamp, token)],
    });
  };
  const pdf = await sign(await makePdf());
  const asLibreOffice = (syntax: string) => syntax.replace('ETSI.CAdES.detached', 'adbe.pkcs7.detached');
  const { verdict, signatures } = await check(await resigned(pdf, person, asLibreOffice, stamped));
  expect([verdict, signatures[0]!.level, codesOf({ signatures } as Report)]).toEqual([
    'accept',
    'B',
    expect.arrayContaining(['timestamp-of-another']),
  ]);
  expect((await check(await resigned(pdf, person, (syntax) => syntax, stamped))).verdict).toBe('reject');
});
