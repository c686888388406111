import { docx, odt, wordParagraph, workbook, zip } from '../../test/support/office-files.ts';
import type { FilePreview } from './contract.ts';
import { endIsolation, runIsolated } from './isolated/run-isolated.ts';

afterAll(endIsolation);

const preview = (content: Buffer | string, name: string, inside: number[] = []) =>
  runIsolated('previewContent', { bytes: Buffer.from(content), name, inside, locale: 'lv' }, 30);

const html = async (content: Buffer | string, name: string, inside?: number[]) => {
  const shown = await preview(content, name, inside);
  if (!('html' in shown)) throw new Error(`${name} is shown as ${shown.form}`);
  return shown.html;
};

test('a DOCX is a page with its structure, and a link that would run is none', async () => {
  const page = await html(
    await docx(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Par ielas apgaismojumu</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Iela</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:hyperlink r:id="h1"><w:r><w:t>spiest</w:t></w:r></w:hyperlink></w:p>',
      'javascript:alert(1)',
    ),
    'a.docx',
  );
  expect(page).toContain('<strong>Par ielas apgaismojumu</strong>');
  expect(page).toMatch(/<td>\s*<p>Iela<\/p>/);
  expect(page).toContain('spiest');
  expect(page).not.toContain('javascript:');
});

test('an ODT keeps headings, emphasis, lists and tables; deleted text is not shown', async () => {
  const page = await html(
    await odt(
      '<text:tracked-changes><text:p>svītrots</text:p></text:tracked-changes><text:h text:outline-level="2">Lēmums</text:h><text:p>Dome <text:span text:style-name="B">nolemj</text:span>:</text:p><text:list><text:list-item><text:p>piešķirt</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>&lt;b&gt;</text:p></table:table-cell></table:table-row></table:table>',
    ),
    'a.odt',
  );
  expect(page).toContain('<h2>Lēmums</h2>');
  expect(page).toMatch(/<span style="font-weight:bold;?">nolemj<\/span>/);
  expect(page).toContain('<ul><li><p>piešķirt</p></li></ul>');
  expect(page).toMatch(/<td class="cell" colspan="2"><p>&lt;b&gt;<\/p>/);
  expect(page).not.toContain('svītrots');
});

test('an e-invoice is shown as people read it; other XML as its text', async () => {
  const ubl = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>T-1</cbc:ID><cbc:Note>&lt;script&gt;</cbc:Note></Invoice>`;
  const cii = `<r:CrossIndustryInvoice xmlns:r="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:a="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"><r:ExchangedDocument><a:ID>T-1</a:ID></r:ExchangedDocument></r:CrossIndustryInvoice>`;
  for (const xml of [ubl, cii]) {
    const page = await html(xml, 'rekins.xml');
    expect(page).toContain('<h1>Rēķins T-1</h1>');
    expect(page).not.toMatch(/<script|ID>/);
  }
  expect(await html(ubl, 'rekins.xml')).toContain('&lt;script');
  expect(await html('<?xml version="1.0"?><lieta><nr>1</nr></lieta>', 'a.xml')).toContain('&lt;nr&gt;1');
  expect(await html(ubl.replace('</Invoice>', ''), 'a.xml')).toContain('&lt;cbc:ID&gt;');
});

test('an XML too large to be shown says so before it is read', async () => {
  const large = Buffer.concat([Buffer.from('<?xml version="1.0"?><a>'), Buffer.alloc(17 * 1024 ** 2, '<b>x</b>')]);
  expect(await preview(large, 'a.xml')).toEqual({ form: 'none', reason: 'too-large' });
});

test('sheets are tables with values as their cells show them, whatever the format', async () => {
  const sheets = {
    Tāme: [
      ['Iela', 'Summa'],
      ['Rīgas <1>', 1234.5],
    ],
    Otrā: [['Šķūņu']],
  };
  for (const format of ['xlsx', 'xls', 'ods'] as const) {
    const page = await html(workbook(sheets, format), `tame.${format}`);
    expect(page).toContain('<h2>Tāme</h2>');
    expect(page).toContain('>Rīgas &lt;1&gt;</td>');
    expect(page).toContain('<td class="cell number">1234.5</td>');
    expect(page).toContain('>Šķūņu</td>');
  }
  expect(await html('Iela;Summa\nĶieģeļu;5', 'a.csv')).toContain('>Ķieģeļu</td>');
});

test('slides are shown in their order', async () => {
  const slide = (title: string, text: string) =>
    `<p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:sp><p:sp><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sp></p:sld>`;
  const page = await html(
    await zip({
      '[Content_Types].xml': '',
      'ppt/slides/slide10.xml': slide('Desmitais', 'beigas'),
      'ppt/slides/slide2.xml': slide('Otrais', 'sākums'),
    }),
    'a.pptx',
  );
  expect(page).toMatch(/<h2>Otrais<\/h2><p>sākums<\/p>.*<h2>Desmitais<\/h2>/s);
});

const letter = Buffer.from(
  [
    'From: "Anna Ozola" <anna@example.lv>',
    'To: dome@example.lv',
    'Subject: =?utf-8?Q?Par_l=C4=81mpu?=',
    'Date: Fri, 20 Nov 2026 10:00:00 +0200',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="r"',
    '',
    '--r',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<style>p{background:url(https://spy.example/a)}</style><p onclick="x()" style="background:url(https://spy.example/b);color:red">Sveiki<img src="cid:logo"><img src="https://spy.example/p.gif" alt="karte"></p><form action="https://spy.example"><input></form><script>alert(1)</script><a href="https://aprite.lv/">saite</a><iframe src="https://spy.example"></iframe>',
    '--r',
    'Content-Type: image/png',
    'Content-ID: <logo>',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--r',
    'Content-Type: application/zip; name="pielikumi.zip"',
    'Content-Disposition: attachment; filename="pielikumi.zip"',
    'Content-Transfer-Encoding: base64',
    '',
    '{zip}',
    '--r--',
    '',
  ].join('\r\n'),
);
const withZip = (content: Buffer) => Buffer.from(letter.toString().replace('{zip}', content.toString('base64')));

test('a message is shown without anything that runs or asks the internet', async () => {
  const shown = (await preview(withZip(await zip({ a: 'a' })), 'a.eml')) as Extract<FilePreview, { form: 'mail' }>;
  expect(shown).toMatchObject({
    form: 'mail',
    from: '"Anna Ozola" <anna@example.lv>',
    subject: 'Par lāmpu',
    sentAt: '2026-11-20T08:00:00.000Z',
    remoteImages: 1,
    parts: [{ place: 0, name: 'pielikumi.zip' }],
  });
  expect(shown.html).toContain('src="data:image/png;base64,iVBORw0KGgo="');
  expect(shown.html).toContain('href="https://aprite.lv/" target="_blank" rel="noopener noreferrer"');
  expect(shown.html).toContain('<span class="left-out">karte</span>');
  expect(shown.html).not.toMatch(/spy\.example|onclick|<script|<form|<input|<iframe|alert/);
});

test('what is within a message’s archive opens by its places, and one that is not there does not', async () => {
  const archive = await zip({
    mimetype: 'application/zip',
    'mape/vēstule.docx': await docx(wordParagraph('dziļi')),
  });
  const mail = withZip(archive);
  const outer = await preview(mail, 'a.eml', [0]);
  expect(outer).toEqual({
    form: 'container',
    parts: [{ place: 1, name: 'mape/vēstule.docx', size: expect.any(Number) }],
  });
  expect(await html(mail, 'a.eml', [0, 1])).toContain('dziļi');
  const { name, bytes } = await runIsolated('takePart', { bytes: mail, name: 'a.eml', inside: [0] }, 30);
  expect({ name, same: archive.equals(Buffer.from(bytes)) }).toEqual({ name: 'pielikumi.zip', same: true });
  await expect(runIsolated('takePart', { bytes: mail, name: 'a.eml', inside: [7] }, 30)).rejects.toThrow(
    'no such part',
  );
});

test('text in the old Baltic code page is readable, markup in it stays text', async () => {
  expect(await html(Buffer.from([0x3c, 0x62, 0x3e, 0xef, 0x61, 0x75, 0x64, 0x69, 0x73]), 'a.txt')).toContain(
    '&lt;b&gt;ļaudis',
  );
});

test('what cannot be shown says why', async () => {
  const reason = async (content: Buffer | string, name: string) => {
    const shown = await preview(content, name);
    return shown.form === 'none' ? shown.reason : shown.form;
  };
  expect(await reason('MZ', 'a.exe')).toBe('program');
  expect(await reason(Buffer.from('{\\rtf1 a}'), 'a.rtf')).toBe('unsupported');
  expect(await reason('%PDF-1.7 nekas', 'a.pdf')).toBe('damaged');
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  expect(await reason(picture, 'a.png')).toBe('bytes');
});
