import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { escapeHtml } from './safe-page.ts';
import { zipParts } from './zip.ts';

const numberOf = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1]);

/** The words of a PPTX slide by slide: titles and paragraphs (ECMA-376 part 1 §19.3, §21.1); pictures and places are not followed. */
export async function slidesHtml(bytes: Buffer): Promise<string> {
  const slides = (await zipParts(bytes))
    .filter(({ name, isReadable }) => isReadable && /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((one, other) => numberOf(one.name) - numberOf(other.name));
  let html = '';
  for (const slide of slides) {
    html += `<section>${slideHtml(decodeText(await slide.read(LIMITS.textSource)))}</section>`;
    if (html.length > LIMITS.previewHtml) break;
  }
  return html;
}

function slideHtml(xml: string): string {
  let html = '';
  let paragraph = '';
  let isTitle = false;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'p:sp') isTitle = false;
    if (name === 'p:ph') isTitle = /title/i.test(attributes['type'] ?? '');
    if (name === 'a:br') paragraph += '<br>';
    inText = name === 'a:t';
  });
  parser.on('text', (text) => {
    if (inText) paragraph += escapeHtml(text);
  });
  parser.on('closetag', ({ name }) => {
    inText = false;
    if (name !== 'a:p') return;
    if (paragraph) html += isTitle ? `<h2>${paragraph}</h2>` : `<p>${paragraph}</p>`;
    paragraph = '';
  });
  parser.write(xml).close();
  return html;
}
