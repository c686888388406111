import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import type { PdfRef, PdfStream, PdfValue } from '../pdf/values.ts';
import { dict, name } from '../pdf/write.ts';

/** Where and what a reader sees of the signature; points from the lower left corner of the page. */
export interface VisibleSignature {
  page?: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Lines of text; Latvian letters are drawn with the font given. */
  lines: string[];
  /** TrueType font that has the letters of `lines`. */
  font: Uint8Array;
  fontSize?: number;
}

interface Glyph {
  advanceWidth: number;
  codePoints: number[];
}
interface Font {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  postscriptName: string;
  layout(text: string): { glyphs: Glyph[] };
  createSubset(): { includeGlyph(glyph: Glyph): number; encode(): Uint8Array };
}

const stream = (head: Record<string, PdfValue>, data: Uint8Array): PdfStream => ({
  kind: 'stream',
  dict: dict({ ...head, Filter: name('FlateDecode') }),
  data: deflateSync(data),
});

/**
 * The picture of a visible signature: its lines in an embedded subset of the given font, so that every Latvian letter is
 * drawn alike everywhere (ISO 32000-2 §9.7, PDF/A asks for embedding too).
 */
export function drawAppearance(visible: VisibleSignature, add: (value: PdfValue) => PdfRef): PdfRef {
  // Loaded only when something is drawn: most signatures are invisible.
  const { create } = createRequire(import.meta.url)('fontkit') as { create: (bytes: Uint8Array) => Font };
  const font = create(Buffer.from(visible.font));
  const subset = font.createSubset();
  const used = new Map<number, Glyph>();
  const encoded = visible.lines.map((line) =>
    font
      .layout(line)
      .glyphs.map((glyph) => {
        const code = subset.includeGlyph(glyph);
        used.set(code, glyph);
        return code.toString(16).padStart(4, '0');
      })
      .join(''),
  );
  const { lines, width, height } = visible;
  const size = visible.fontSize ?? Math.min(10, (height - 4) / (lines.length * 1.2));
  const drawn = encoded.map((line) => `<${line}> Tj T*`).join(' ');
  const content = `q BT /F1 ${size} Tf ${(size * 1.2).toFixed(2)} TL 2 ${(height - size - 1).toFixed(2)} Td ${drawn} ET Q`;
  const form = stream(
    {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: [0, 0, width, height],
      Resources: dict({ Font: dict({ F1: embed(font, subset.encode(), used, add) }) }),
    },
    Buffer.from(content, 'latin1'),
  );
  return add(form);
}

/** A Type 0 font over the subset: code = glyph number. */
function embed(font: Font, program: Uint8Array, used: Map<number, Glyph>, add: (value: PdfValue) => PdfRef): PdfRef {
  const scale = 1000 / font.unitsPerEm;
  const title = name(`APRITE+${font.postscriptName.replaceAll(/[^\w-]/g, '')}`);
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = add(
    dict({
      Type: name('FontDescriptor'),
      FontName: title,
      Flags: 4,
      FontBBox: [minX, minY, maxX, maxY].map((n) => Math.round(n * scale)),
      ItalicAngle: 0,
      Ascent: Math.round(font.ascent * scale),
      Descent: Math.round(font.descent * scale),
      CapHeight: Math.round((font.capHeight || font.ascent) * scale),
      StemV: 80,
      FontFile2: add(stream({ Length1: program.length }, program)),
    }),
  );
  const codes = [...used].toSorted(([a], [b]) => a - b);
  const descendant = add(
    dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: title,
      CIDSystemInfo: dict({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: 0 }),
      FontDescriptor: descriptor,
      CIDToGIDMap: name('Identity'),
      W: codes.flatMap(([code, glyph]): PdfValue[] => [code, [Math.round(glyph.advanceWidth * scale)]]),
    }),
  );
  return add(
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: title,
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: add(stream({}, Buffer.from(unicodeMap(codes), 'latin1'))),
    }),
  );
}

const ascii = (text: string): PdfValue => ({
  kind: 'string',
  bytes: Buffer.from(text, 'latin1'),
  hex: false,
  start: 0,
  end: 0,
});

/** Makes the drawn text searchable and copyable (§9.10.3). */
function unicodeMap(codes: [number, Glyph][]): string {
  const hex = (n: number): string => n.toString(16).padStart(4, '0');
  const lines = codes.map(([code, { codePoints }]) => `<${hex(code)}> <${codePoints.map(hex).join('')}>`);
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Aprite def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}
