import { limits } from '../limits.ts';
import { type Attribute, type Tree, TreeBuilder } from './build-tree.ts';

/**
 * Reads XML as nearly all invoices are written: tags, texts, comments and the five entities. By the XML parser that alone took
 * two fifths of what an invoice costs. Undefined at anything else (CDATA, processing instructions, character references,
 * rare characters, every error): the parser then reads the file from the start, so what is refused, and why, is said there.
 */
export function readPlain(xml: string): Tree | undefined {
  const text = xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml;
  if (unusual.test(text) || text.includes(']]>')) return undefined;
  const builder = new TreeBuilder();
  const tags = new Map<string, StartTag>();
  const open: string[] = [];
  let at = declaration.exec(text)?.[0].length ?? 0;
  for (;;) {
    const start = text.indexOf('<', at);
    const end = text.indexOf('>', start);
    if (start < 0 || end < 0) return undefined;
    if (start > at) {
      const between = text.slice(at, start);
      if (open.length === 0 ? !blank.test(between) : strayAmpersand.test(between)) return undefined;
      builder.text(between.includes('&') ? between.replace(entity, (_, name: string) => entities[name]!) : between);
    }
    at = end + 1;
    if (text.startsWith('</', start)) {
      if (text.slice(start + 2, end) !== open.pop()) return undefined;
      builder.end();
      if (open.length === 0) return blank.test(text.slice(at)) ? builder.tree() : undefined;
    } else if (text.startsWith('<!--', start)) {
      at = text.indexOf('--', start + 4) + 3;
      if (at < 3 || text[at - 1] !== '>') return undefined;
    } else {
      const written = text.slice(start + 1, end);
      let tag = tags.get(written);
      if (!tag) {
        tag = startTagOf(written);
        if (!tag) return undefined;
        tags.set(written, tag);
      }
      builder.start(tag.name, tag.attributes);
      if (!tag.isEmpty) open.push(tag.name);
      else if (open.length === 0) return undefined;
      else builder.end();
    }
  }
}

/** Invoices repeat the same few start tags, so each is looked into once. */
interface StartTag {
  name: string;
  attributes: Attribute[];
  isEmpty: boolean;
}

function startTagOf(written: string): StartTag | undefined {
  const parts = startTag.exec(written);
  if (!parts) return undefined;
  const attributes = parts[2] === '' ? [] : attributesOf(parts[2]!);
  return attributes && { name: parts[1]!, attributes, isEmpty: parts[3] === '/' };
}

/** Names and values by turns, between the quotes. Undefined when a name is given twice. */
function attributesOf(written: string): Attribute[] | undefined {
  const parts = written.split('"');
  const attributes: Attribute[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    attributes.push([parts[at - 1]!.trim().slice(0, -1).trimEnd(), parts[at]!]);
  }
  return new Set(attributes.map(([name]) => name)).size < attributes.length ? undefined : attributes;
}

const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const value = String.raw`[ \t\n]*=[ \t\n]*"[^"&<\t\n]*"`;
const startTag = new RegExp(String.raw`^(${name})((?:[ \t\n]+${name}${value}){0,${limits.attributes}})[ \t\n]*(/?)$`);
const declaration =
  /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)?[ \t\n]*\?>/;
const blank = /^[ \t\n]*$/;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const entity = /&(amp|lt|gt|quot|apos);/g;
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos);)/;
// oxlint-disable-next-line no-control-regex -- XML forbids them
const unusual = /[\0-\x08\x0B-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;
