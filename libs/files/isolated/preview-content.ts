import type { AddressObject } from 'mailparser';
import type { Locale } from '#kernel';
import type { FilePart, FilePreview } from '../contract.ts';
import { LIMITS } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { inspectContent } from './inspect-content.ts';
import { DOCX, ODT, PPTX, SHOWN_BY_BROWSER, XLSX } from './media-type.ts';
import { openDocumentHtml } from './open-document-html.ts';
import { isAdministration, isContainer, partsOf, type Part } from './parts.ts';
import { attachmentsOf, parseMail } from './read-mail.ts';
import { escapeHtml, safePage } from './safe-page.ts';
import { sheetsHtml } from './sheets-html.ts';
import { slidesHtml } from './slides-html.ts';
import { wordHtml } from './word-html.ts';

interface Asked {
  bytes: Uint8Array;
  name: string;
  /** Places of the part from outside inwards; empty: the file itself. */
  inside: number[];
  locale: Locale;
}

/** A file, or a part within it, as something to look at. @throws Error when there is no such part */
export async function previewContent(asked: Asked): Promise<FilePreview> {
  const { name, bytes } = await descend(asked);
  const { mediaType, findings } = await inspectContent({ bytes, name });
  const found = (code: string) => findings.some((finding) => finding.code === code);
  if (found('executable') || found('zip-bomb')) return { form: 'none', reason: 'program' };
  if (found('encrypted') && !isContainer(mediaType)) return { form: 'none', reason: 'encrypted' };
  if (found('corrupted-pdf')) return { form: 'none', reason: 'damaged' };
  if (mediaType !== 'text/plain' && SHOWN_BY_BROWSER.includes(mediaType)) return { form: 'bytes', mediaType };
  if (mediaType === 'message/rfc822') return previewMail(bytes);
  if (isContainer(mediaType)) return { form: 'container', parts: listed(await partsOf(bytes, mediaType)) };
  if (isText(mediaType) && bytes.length > LIMITS.textPreviewed) return { form: 'none', reason: 'too-large' };
  const invoice = mediaType === 'application/xml' ? await invoicePage(bytes, asked.locale) : undefined;
  if (invoice) return { form: 'page', html: invoice, isCut: false };
  const html = await officeHtml(bytes, mediaType);
  if (html === undefined) return { form: 'none', reason: 'unsupported' };
  const isCut = html.length > LIMITS.previewHtml;
  return { form: 'page', html: safePage(html.slice(0, LIMITS.previewHtml)).html, isCut };
}

const isText = (mediaType: string) =>
  mediaType.startsWith('text/') || mediaType === 'application/xml' || mediaType === 'application/json';

/** The bytes of a part. @throws Error when there is no such part */
export async function takePart(
  asked: Omit<Asked, 'locale'>,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const { name, bytes } = await descend(asked);
  const { mediaType } = await inspectContent({ bytes, name });
  return { name: name.slice(name.lastIndexOf('/') + 1), mediaType, bytes: Uint8Array.from(bytes) };
}

async function descend({
  bytes,
  name,
  inside: [place, ...deeper],
}: Omit<Asked, 'locale'>): Promise<{ name: string; bytes: Buffer }> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (place === undefined) return { name, bytes: content };
  const { mediaType, findings } = await inspectContent({ bytes, name });
  if (findings.some(({ code }) => code === 'zip-bomb')) throw new Error('A bomb is not opened.');
  const part = (await partsOf(content, mediaType))?.[place];
  if (!part) throw new Error('There is no such part.');
  return descend({ bytes: await part.read(), name: part.name, inside: deeper });
}

const listed = (parts: readonly Part[] = []): FilePart[] =>
  parts.map(({ name, size }, place) => ({ place, name, size })).filter(({ name }) => !isAdministration(name));

/** An e-invoice as people read it (every value escaped, nothing in it runs); undefined when the XML is something else. */
async function invoicePage(bytes: Buffer, locale: Locale): Promise<string | undefined> {
  const { parseInvoice, renderInvoice } = await import('#einvoice');
  try {
    const page = renderInvoice(parseInvoice(bytes), locale);
    return page.length > LIMITS.previewHtml ? undefined : page;
  } catch {
    return undefined;
  }
}

/** Office files as HTML that still has to be made safe; undefined for formats without a reader. */
async function officeHtml(bytes: Buffer, mediaType: string): Promise<string | undefined> {
  if (mediaType === DOCX) return wordHtml(bytes);
  if (mediaType === ODT || mediaType === 'application/vnd.oasis.opendocument.presentation')
    return openDocumentHtml(bytes);
  if (mediaType === PPTX) return slidesHtml(bytes);
  if ([XLSX, 'application/vnd.ms-excel', 'application/vnd.oasis.opendocument.spreadsheet'].includes(mediaType))
    return sheetsHtml(bytes);
  if (mediaType === 'text/csv') return sheetsHtml(decodeText(bytes));
  if (mediaType === 'text/html') return decodeText(bytes);
  return isText(mediaType) ? `<pre>${escapeHtml(decodeText(bytes))}</pre>` : undefined;
}

async function previewMail(bytes: Buffer): Promise<FilePreview> {
  const mail = await parseMail(bytes);
  if (!mail) return { form: 'none', reason: 'damaged' };
  const body = typeof mail.html === 'string' ? mail.html : `<pre>${escapeHtml(mail.text ?? '')}</pre>`;
  // Pictures that belong to the text come with the message itself: no request leaves for them.
  const pictures = new Map(
    mail.attachments
      .filter(({ cid, contentType }) => cid && contentType.startsWith('image/'))
      .map(({ cid, contentType, content }) => [cid!, `data:${contentType};base64,${content.toString('base64')}`]),
  );
  const { html, remoteImages } = safePage(body.slice(0, LIMITS.previewHtml), pictures);
  const isDated = mail.date && !Number.isNaN(mail.date.getTime());
  return {
    form: 'mail',
    from: addresses(mail.from),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    subject: mail.subject ?? '',
    sentAt: isDated ? mail.date!.toISOString() : null,
    html,
    remoteImages,
    parts: listed(
      attachmentsOf(mail).map(({ name, bytes: content }) => ({
        name,
        size: content.length,
        read: async () => content,
      })),
    ),
  };
}

const addresses = (field: AddressObject | AddressObject[] | undefined): string =>
  [field ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
    .slice(0, 2000);
