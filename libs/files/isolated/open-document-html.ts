import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { LIMITS } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { escapeHtml } from './safe-page.ts';
import { zipParts } from './zip.ts';

/** Elements of OpenDocument text that have an HTML twin (ODF 1.3 part 3 §5, §9, §10). */
const TWINS: Record<string, string> = {
  'text:p': 'p',
  'text:list': 'ul',
  'text:list-item': 'li',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'draw:page': 'section',
  'text:span': 'span',
  'text:a': 'a',
};

/** Deleted text, notes to oneself and speaker's notes are not the document. */
const UNSEEN = ['text:tracked-changes', 'office:annotation', 'presentation:notes', 'office:forms'];

/** An ODT or ODP as HTML by its structure: headings, paragraphs, lists, tables, emphasis, pictures. Not yet safe. */
export async function openDocumentHtml(bytes: Buffer): Promise<string> {
  const parts = (await zipParts(bytes)).filter(({ isReadable }) => isReadable);
  const content = parts.find(({ name }) => name === 'content.xml');
  if (!content) return '';
  const pictures = new Map<string, string>();
  for (const part of parts) {
    const type = /^Pictures\/[^/]+\.(png|jpe?g|gif)$/i.exec(part.name)?.[1]?.toLowerCase().replace('jpg', 'jpeg');
    if (!type || part.size > LIMITS.previewPicture) continue;
    const picture = await part.read(LIMITS.previewPicture);
    pictures.set(part.name, `data:image/${type};base64,${picture.toString('base64')}`);
  }
  return htmlOf(decodeText(await content.read(LIMITS.textSource)), pictures);
}

function htmlOf(xml: string, pictures: ReadonlyMap<string, string>): string {
  const styles = new Map<string, string>();
  let styleName = '';
  let html = '';
  let inBody = false;
  let unseen = 0;
  const closing: string[] = [];
  const open = ({ name, attributes }: SaxesTagPlain): void => {
    const style = styles.get(attributes['text:style-name'] ?? '');
    const look = style ? ` style="${escapeHtml(style)}"` : '';
    if (name === 'text:h') {
      const level = Math.min(Math.max(Number(attributes['text:outline-level']) || 1, 1), 6);
      html += `<h${level}${look}>`;
      closing.push(`</h${level}>`);
      return;
    }
    if (name === 'text:line-break') html += '<br>';
    if (name === 'text:tab') html += '\u2003';
    if (name === 'text:s') html += '\u00A0'.repeat(Math.min(Number(attributes['text:c']) || 1, 100));
    const picture = name === 'draw:image' && pictures.get(attributes['xlink:href'] ?? '');
    if (picture) html += `<img src="${picture}" alt="">`;
    const twin = TWINS[name];
    if (!twin) return void closing.push('');
    const span = Number(attributes['table:number-columns-spanned']) || 1;
    const more =
      twin === 'td'
        ? ` class="cell"${span > 1 ? ` colspan="${span}"` : ''}`
        : twin === 'a'
          ? ` href="${escapeHtml(attributes['xlink:href'] ?? '')}"`
          : '';
    html += `<${twin}${more}${look}>`;
    closing.push(`</${twin}>`);
  };
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const { name, attributes } = tag;
    if (UNSEEN.includes(name)) unseen += 1;
    if (name === 'office:body') inBody = true;
    if (name === 'style:style') styleName = attributes['style:name'] ?? '';
    if (/^style:(text|paragraph)-properties$/.test(name))
      styles.set(styleName, `${styles.get(styleName) ?? ''}${lookOf(attributes)}`);
    if (inBody && !unseen) open(tag);
  });
  parser.on('text', (text) => {
    if (inBody && !unseen) html += escapeHtml(text);
  });
  parser.on('closetag', ({ name }) => {
    if (inBody && !unseen) html += closing.pop() ?? '';
    if (UNSEEN.includes(name)) unseen -= 1;
    if (name === 'office:body') inBody = false;
  });
  parser.write(xml).close();
  return html;
}

/** The few properties that carry meaning (ODF 1.3 part 3 §20). */
function lookOf(attributes: Record<string, string>): string {
  const weight = attributes['fo:font-weight'];
  const slant = attributes['fo:font-style'];
  const line = attributes['style:text-underline-style'];
  const align = attributes['fo:text-align'];
  return [
    weight && `font-weight:${weight};`,
    slant && `font-style:${slant};`,
    line && line !== 'none' && 'text-decoration:underline;',
    align && `text-align:${align};`,
  ]
    .filter(Boolean)
    .join('');
}
