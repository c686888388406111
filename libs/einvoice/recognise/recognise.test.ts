import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { ZipFile } from 'yazl';
import { exampleCii, exampleUbl } from '../examples.ts';
import { spoil } from '../rules/spoil.ts';
import { recognise, recogniseAll } from './recognise.ts';

/** These make large files first, which takes a busy machine longer than the default. */
const patience = 60_000;

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

async function pdf(files: Record<string, string>, text: string | null = 'Rekins'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  if (text) page.drawText(text, { font: await document.embedFont(StandardFonts.Helvetica) });
  for (const [name, content] of Object.entries(files)) await document.attach(bytes(content), name);
  return document.save();
}

async function zip(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

function mail(files: Record<string, Uint8Array>): Uint8Array {
  const part = ([name, content]: [string, Uint8Array]) =>
    `--x\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`;
  return bytes(
    'From: a@b.example\r\nTo: c@d.example\r\nSubject: rekini\r\nMIME-Version: 1.0\r\n' +
      'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nLabdien\r\n' +
      `${Object.entries(files).map(part).join('')}--x--\r\n`,
  );
}

const sbdh = (payload: string) =>
  '<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">' +
  `<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>${payload.replace(/^<\?xml.*?\?>/, '')}` +
  '</StandardBusinessDocument>';

const facturX = (profile: string) =>
  spoil(exampleCii(), /urn:cen.eu:en16931:2017#compliant#[^<]*/, `urn:factur-x.eu:1p0:${profile}`);

describe('classes A to F', () => {
  test('A: a faultless UBL invoice', async () => {
    const found = await recognise(bytes(exampleUbl()), { fileName: 'r.xml' });
    expect(found).toMatchObject({
      fileName: 'r.xml',
      syntax: 'UBL',
      document: 'Invoice',
      specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      profile: 'Peppol BIS Billing 3.0',
      class: 'A',
      machineReadable: true,
      source: 'xml',
      en16931: true,
      peppol: true,
      findings: [],
      reason: { code: 'compliant' },
    });
  });

  test('A: CII; the name of the file decides nothing', async () => {
    const found = await recognise(bytes(exampleCii()), { fileName: 'attels.png' });
    expect(found).toMatchObject({ syntax: 'CII', document: 'CrossIndustryInvoice', class: 'A', machineReadable: true });
  });

  test('A with Peppol unknown when Peppol is not claimed', async () => {
    const xml = spoil(exampleUbl(), /(<cbc:CustomizationID>urn:cen.eu:en16931:2017)[^<]*/, '$1');
    expect(await recognise(bytes(xml))).toMatchObject({ class: 'A', profile: 'EN 16931', peppol: null });
  });

  test('B: with fatal findings', async () => {
    const xml = spoil(exampleUbl(), '<cbc:ID>LV-2026/118</cbc:ID>', '');
    const found = await recognise(bytes(xml));
    expect(found).toMatchObject({ class: 'B', machineReadable: true, en16931: false, peppol: true });
    expect(found.findings.map(({ rule }) => rule)).toEqual(['BR-02']);
  });

  test('B: EN 16931 holds, the Peppol it claims does not', async () => {
    const xml = spoil(exampleUbl(), /<cbc:EndpointID.*?<\/cbc:EndpointID>/, '');
    expect(await recognise(bytes(xml))).toMatchObject({ class: 'B', en16931: true, peppol: false });
  });

  test('B: a rule of the seller’s country is one of Peppol, not of EN 16931', async () => {
    const xml = exampleUbl().replace(/<cbc:IdentificationCode>LV</g, '<cbc:IdentificationCode>NL<');
    const found = await recognise(bytes(xml));
    expect(found).toMatchObject({ class: 'B', en16931: true, peppol: false });
    expect(found.findings.map(({ rule }) => rule)).toContain('NL-R-003');
  });

  test('A inside a Peppol envelope, whose invoice can be taken out', async () => {
    const found = await recognise(bytes(sbdh(exampleUbl())));
    expect(found).toMatchObject({ class: 'A', source: 'sbdh', syntax: 'UBL' });
    expect(await recognise(found.xml!)).toMatchObject({ class: 'A', source: 'xml', syntax: 'UBL' });
  });

  test('C: a hybrid PDF', async () => {
    const found = await recognise(await pdf({ 'factur-x.xml': facturX('extended'), 'cits.xml': '<a/>' }));
    expect(found).toMatchObject({
      class: 'C',
      source: 'hybrid-pdf',
      syntax: 'CII',
      profile: 'Factur-X EXTENDED',
      machineReadable: true,
    });
    expect(Buffer.from(found.xml!).toString()).toBe(facturX('extended'));
  });

  test('C: UBL under any name in a PDF', async () => {
    expect(await recognise(await pdf({ 'dati.xml': exampleUbl() }))).toMatchObject({ class: 'C', syntax: 'UBL' });
  });

  test('D: profiles without lines', async () => {
    expect(await recognise(await pdf({ 'factur-x.xml': facturX('minimum') }))).toMatchObject({
      class: 'D',
      profile: 'Factur-X MINIMUM',
      reason: { code: 'no-lines' },
    });
  });

  test.each([
    ['ZUGFeRD 1', '<a:CrossIndustryDocument xmlns:a="urn:ferd:CrossIndustryDocument:invoice:1p0"/>'],
    ['FatturaPA', '<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"/>'],
  ])('D: %s', async (profile, xml) => {
    expect(await recognise(bytes(xml))).toMatchObject({ class: 'D', syntax: null, profile, machineReadable: true });
  });

  test('D: XML that is no invoice', async () => {
    expect(await recognise(bytes('<Order xmlns="urn:x"/>'))).toMatchObject({
      class: 'D',
      document: 'Order',
      machineReadable: false,
      reason: { code: 'other-xml' },
    });
  });

  test('E: a PDF with text; F: a scan, an image, anything else', async () => {
    expect(await recognise(await pdf({}))).toMatchObject({ class: 'E', source: 'pdf', reason: { code: 'pdf-text' } });
    expect(await recognise(await pdf({}, null))).toMatchObject({ class: 'F', reason: { code: 'pdf-scan' } });
    expect(await recognise(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({ class: 'F', source: 'image' });
    expect(await recognise(bytes('Labdien'))).toMatchObject({ class: 'F', reason: { code: 'not-an-invoice' } });
  });
});

describe('containers', () => {
  test('every invoice of an e-mail, each by itself', async () => {
    const found = await recogniseAll(
      mail({
        'a.xml': bytes(exampleUbl()),
        'b.pdf': await pdf({ 'factur-x.xml': exampleCii() }),
        'c.pdf': await pdf({}),
      }),
    );
    expect(found.map(({ fileName, class: kind }) => [fileName, kind])).toEqual([
      ['a.xml', 'A'],
      ['b.pdf', 'C'],
      ['c.pdf', 'E'],
    ]);
  });

  test('a signed container: the invoice, not the signature', async () => {
    const container = await zip({
      mimetype: bytes('application/vnd.etsi.asic-e+zip'),
      'rekins.xml': bytes(exampleUbl()),
      'META-INF/signatures0.xml': bytes('<x/>'),
      'META-INF/manifest.xml': bytes('<x/>'),
    });
    const found = await recogniseAll(container, { fileName: 'rekins.asice' });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fileName: 'rekins.xml', class: 'A' });
  });

  test('a container in an e-mail, and the best of it as one answer', async () => {
    const inner = await zip({ 'a.txt': bytes('Labdien'), 'r.xml': bytes(exampleUbl()) });
    expect(await recognise(mail({ 'x.asice': inner }))).toMatchObject({ class: 'A', fileName: 'r.xml' });
  });

  test('four containers in each other are not opened', async () => {
    let packed: Uint8Array = bytes(exampleUbl());
    for (let at = 0; at < 4; at++) packed = await zip({ 'r.xml': packed });
    expect(await recognise(packed)).toMatchObject({ class: 'F' });
  });

  test('an empty message', async () => {
    expect(await recognise(mail({}), { fileName: 'v.eml' })).toMatchObject({ class: 'F', source: 'e-mail' });
  });
});

describe('broken and hostile files are refused with the reason, in bounded time', () => {
  const within = async (milliseconds: number, work: () => Promise<unknown>): Promise<void> => {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(milliseconds);
  };

  test.each([
    ['empty', ''],
    ['not-well-formed', '<Invoice'],
    ['doctype', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&x;</Invoice>'],
    ['wrong-encoding', '<?xml version="1.0" encoding="UTF-16"?><Invoice/>'],
    ['too-deep', '<Invoice>'.repeat(100_000)],
  ])('%s', async (code, text) => {
    const found = await recognise(bytes(text));
    expect(found).toMatchObject({ class: 'F', machineReadable: false, reason: { code } });
    expect(found.reason.lv).not.toBe('');
    expect(found.reason.en).not.toBe('');
  });

  test('a PDF whose embedded XML is broken is a page for people, with the reason', async () => {
    expect(await recognise(await pdf({ 'factur-x.xml': '<rsm:Cross' }))).toMatchObject({
      class: 'E',
      source: 'pdf',
      reason: { code: 'not-well-formed' },
    });
  });

  test('a broken PDF and a broken container', async () => {
    expect(await recognise(bytes('%PDF-1.7 no'))).toMatchObject({
      class: 'F',
      source: 'pdf',
      reason: { code: 'broken-pdf' },
    });
    const container = await zip({ 'r.xml': bytes(exampleUbl()) });
    expect(await recognise(container.subarray(0, 200))).toMatchObject({ reason: { code: 'broken-container' } });
  });

  test(
    '200 MB are refused unread',
    async () => {
      const huge = new Uint8Array(200 * 1024 * 1024).fill(0x20);
      huge[0] = 0x3c;
      await within(500, async () => expect(await recognise(huge)).toMatchObject({ reason: { code: 'too-large' } }));
    },
    patience,
  );

  test(
    'a container that unpacks to more than an invoice ever holds',
    async () => {
      const bomb = await zip({ 'r.xml': new Uint8Array(65 * 1024 * 1024) });
      expect(bomb.length).toBeLessThan(1024 * 1024);
      await within(500, async () => expect(await recognise(bomb)).toMatchObject({ reason: { code: 'too-large' } }));
    },
    patience,
  );

  test(
    'a PDF whose stream unpacks to more',
    async () => {
      const packed = deflateSync(new Uint8Array(65 * 1024 * 1024));
      const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
      const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
      await within(2000, async () => expect(await recognise(bomb)).toMatchObject({ reason: { code: 'too-large' } }));
    },
    patience,
  );

  test(
    'many VAT rows over many lines and many references do not multiply',
    async () => {
      const row = /<cac:TaxSubtotal>.*?<\/cac:TaxSubtotal>/.exec(exampleUbl())![0];
      const line = /<cac:InvoiceLine>.*?<\/cac:InvoiceLine>/.exec(exampleUbl())![0];
      const xml = exampleUbl().replace(row, row.repeat(1500)).replace(line, line.repeat(1500));
      await within(10_000, async () => expect(await recognise(bytes(xml))).toMatchObject({ machineReadable: true }));
    },
    patience,
  );
});
