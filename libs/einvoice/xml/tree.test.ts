import { Refusal } from '../refusal.ts';
import { decodeXml } from './decode.ts';
import type { Element } from './element.ts';
import { readPlain } from './read-plain.ts';
import { parseTree } from './tree.ts';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

describe('hostile or broken XML is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>', 'doctype'],
    ['an unknown entity', '<a>&x;</a>', 'not-well-formed'],
    ['an open element', '<a><b></a>', 'not-well-formed'],
    ['two roots', '<a/><b/>', 'not-well-formed'],
    ['an attribute twice', '<a b="1" b="2"/>', 'not-well-formed'],
    ['an unbound prefix', '<x:a/>', 'not-well-formed'],
    ['an unbound prefix of an attribute', '<a x:b="1"/>', 'not-well-formed'],
    ['no root', '  ', 'not-well-formed'],
    ['65 levels', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'too-deep'],
    ['65 attributes', `<a ${Array.from({ length: 65 }, (_, at) => `a${at}=""`).join(' ')}/>`, 'too-many-attributes'],
  ])('%s', (_, text, code) => {
    expect(codeOf(() => parseTree(text))).toBe(code);
  });

  test('depth is refused without reading the rest', () => {
    const started = process.cpuUsage();
    expect(codeOf(() => parseTree('<a>'.repeat(3_000_000)))).toBe('too-deep');
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });

  test('64 levels pass', () => {
    expect(parseTree(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`).size).toBe(64);
  });
});

describe('what is read plainly is what the XML parser reads', () => {
  const shape = ({ name, attributes, text, children }: Element): unknown => [
    name,
    attributes,
    text,
    children.map(shape),
  ];
  const readings = (xml: string) => {
    let plain: unknown;
    // What it refuses, the parser reads again.
    codeOf(() => (plain = readPlain(xml)));
    // A processing instruction at the end is nothing plain.
    return plain
      ? [plain, parseTree(`${xml}<?end?>`)].map((tree) => (tree as { root: Element }).root).map(shape)
      : undefined;
  };
  const invoice =
    '<?xml version="1.0"?>\r\n<!-- a --><n:a xmlns:n="u" b="1">x &amp; <c d = "2"  n:e=""/>]<c d = "2"/>\n</n:a>';
  const insertions = [
    '&lt;¦&¦&x;¦&#65;¦]]>¦<![CDATA[x]]>¦<!-- - -->¦<!-- -- -->¦<!-->¦-->¦<?pi?>¦<!DOCTYPE a>',
    '\r¦\n¦\t¦\0¦\x7F¦\uFFFE¦\uFEFF¦\uD800¦🧾¦é¦\u00A0¦ ¦"¦\'¦>¦<¦/¦=¦:¦-¦a',
    `<z/>¦<z>¦</z>¦</c>¦</n:a>¦<m:z/>¦ b="2"¦ f="<"¦ f=">"¦ f='3'¦ xmlns="v"¦ xmlns="constructor"`,
  ].flatMap((each) => each.split('¦'));

  test('whatever is inserted, wherever', () => {
    let plain = 0;
    for (let at = 0; at <= invoice.length; at++) {
      for (const inserted of insertions) {
        const both = readings(invoice.slice(0, at) + inserted + invoice.slice(at));
        if (both) plain += 1;
        expect(both?.[0]).toEqual(both?.[1]);
      }
    }
    expect(plain).toBeGreaterThan(500);
  });

  test.each([
    '<a/>',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a></a>b',
    'a<b></b>',
    '<a b="1" b="2"></a>',
    "<?xml version='1.1'?><a></a>",
  ])('%s is left to the parser', (xml) => expect(readings(xml)).toBeUndefined());
});

test('names are told apart by namespace, not by prefix', () => {
  const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';
  const { root } = parseTree(`<a><z:ID xmlns:z="${cbc}">1</z:ID><cbc:ID xmlns:cbc="urn:other">2</cbc:ID></a>`);
  expect(root.children.map(({ name }) => name)).toEqual(['cbc:ID', '{urn:other}ID']);
});

test('text, CDATA and character references make one value', () => {
  expect(parseTree('<a>x<![CDATA[<y>]]>&#x17E;&amp;<!-- no --></a>').root.value).toBe('x<y>ž&');
});

describe('bytes to text', () => {
  test('UTF-8 with and without a byte order mark', () => {
    expect(decodeXml(bytes('<a>ā</a>'))).toBe('<a>ā</a>');
    expect(decodeXml(bytes('\uFEFF<a>ā</a>'))).toBe('<a>ā</a>');
  });

  test('UTF-16 by its mark', () => {
    expect(decodeXml(bytes('\uFEFF<a>ā</a>', 'utf16le'))).toBe('<a>ā</a>');
  });

  test('an encoding that the declaration names', () => {
    const text = '<?xml version="1.0" encoding="windows-1257"?><a>';
    const all = Buffer.concat([Buffer.from(text), Buffer.from([0xe2]), Buffer.from('</a>')]);
    expect(decodeXml(new Uint8Array(all))).toBe(`${text}ā</a>`);
  });

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0x61, 0xe2, 0x3e]), 'wrong-encoding'],
    ['UTF-8 that claims UTF-16', bytes('<?xml version="1.0" encoding="UTF-16"?><a/>'), 'wrong-encoding'],
    ['an encoding nobody knows', bytes('<?xml version="1.0" encoding="klingon"?><a/>'), 'unknown-encoding'],
    ['64 MiB and a byte', new Uint8Array(64 * 1024 * 1024 + 1), 'too-large'],
  ])('%s is refused', (_, given, code) => {
    expect(codeOf(() => decodeXml(given))).toBe(code);
  });
});
