import { createRequire } from 'node:module';
import type { Attachment, ParsedMail } from 'mailparser';
import type { Finding } from '../contract.ts';
import { findings } from '../findings.ts';
import { LIMITS } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { markupText } from './markup-text.ts';

const { simpleParser } = createRequire(import.meta.url)('mailparser') as typeof import('mailparser');

export interface ReadMail {
  readonly senderName: string;
  readonly senderAddress: string;
  readonly subject: string;
  /** Plain text; of an HTML message its text. */
  readonly body: string;
  readonly sentAt: Date | null;
  readonly messageId: string | null;
  /** Attachments as a person sees them: pictures that belong to the text are not among them. */
  readonly attachments: { name: string; bytes: Uint8Array }[];
  readonly findings: Finding[];
  /** Set when the message says that an earlier one could not be delivered (RFC 3464). */
  readonly bounce: { messageIds: string[]; reason: string } | null;
}

/** The message as its parser sees it; undefined when it cannot be read at all. */
export const parseMail = (raw: Buffer): Promise<ParsedMail | undefined> =>
  simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: 2 * 1024 ** 2,
    // A message within stays one attachment, not a mixture of both (handed through to mailsplit).
    ignoreEmbedded: true,
  } as object).catch(() => undefined);

/** Attachments as a person sees them, in the order of the message. */
export const attachmentsOf = (mail: ParsedMail): { name: string; bytes: Buffer }[] =>
  mail.attachments
    .filter((part) => !belongsToText(part, mail))
    .map((part, place) => ({ name: nameOf(part, place + 1), bytes: part.content }));

/** Opens an e-mail into its parts; whatever its faults, what can be read is answered with what was found wrong. */
export async function readMail({ bytes }: { bytes: Uint8Array }): Promise<ReadMail> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mail = await parseMail(raw);
  if (!mail) return unreadable(raw);
  const from = mail.from?.value.flatMap((entry) => entry.group ?? [entry]).find(({ address }) => address);
  const attached = attachmentsOf(mail);
  const fromHtml =
    typeof mail.html === 'string'
      ? markupText(mail.html)
          .replaceAll(/[^\S\n]+/g, ' ')
          .replaceAll(/\n\s*\n/g, '\n')
      : '';
  const body = (mail.text ?? fromHtml).trim() || (attached.length ? '' : afterHeader(raw));
  const found: Finding[] = [];
  if (isBroken(raw)) found.push(findings.mailBroken());
  if (!from) found.push(findings.mailNoSender());
  if (!mail.date || Number.isNaN(mail.date.getTime())) found.push(findings.mailNoDate());
  if (attached.length > LIMITS.mailAttachments) found.push(findings.mailTooManyParts(String(LIMITS.mailAttachments)));
  return {
    senderName: from?.name || from?.address || '',
    senderAddress: from?.address ?? '',
    subject: (mail.subject ?? '').slice(0, 1000),
    body: body.slice(0, LIMITS.text),
    sentAt: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date : null,
    messageId: mail.messageId ?? null,
    attachments: attached
      .slice(0, LIMITS.mailAttachments)
      .map(({ name, bytes: content }) => ({ name, bytes: Uint8Array.from(content) })),
    findings: found,
    bounce: bounceOf(raw),
  };
}

/** A picture that the HTML shows in place (logo, signature): part of the text, not an attachment. */
function belongsToText({ contentType, contentDisposition, cid, related }: Attachment, { html }: ParsedMail): boolean {
  if (!contentType.startsWith('image/') || typeof html !== 'string') return false;
  if (cid && html.includes(`cid:${cid}`)) return true;
  return related && contentDisposition !== 'attachment';
}

const ENDINGS: Record<string, string> = {
  'message/rfc822': 'eml',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/ms-tnef': 'dat',
  'text/xml': 'xml',
  'application/xml': 'xml',
};

function nameOf({ filename, contentType }: Attachment, place: number): string {
  const clean = (filename ?? '')
    .replaceAll(/[\p{Cc}\\/]/gu, '_')
    .trim()
    .slice(0, 200);
  if (contentType === 'application/ms-tnef') return 'winmail.dat';
  return clean || `pielikums-${place}.${ENDINGS[contentType] ?? 'bin'}`;
}

const headerOf = (raw: Buffer): string => {
  const end = raw.indexOf('\r\n\r\n');
  const other = raw.indexOf('\n\n');
  const cut = [end, other].filter((at) => at >= 0);
  return raw.subarray(0, Math.min(cut.length ? Math.min(...cut) : raw.length, 256 * 1024)).toString('latin1');
};

/** A multipart message whose declared boundary is missing, never opens or never closes (RFC 2046 §5.1.1). */
function isBroken(raw: Buffer): boolean {
  const header = headerOf(raw).replaceAll(/\r?\n[ \t]+/g, ' ');
  const type = /^content-type:\s*multipart\/[^\n]*/im.exec(header)?.[0];
  if (!type) return false;
  const boundary = /boundary="([^"\n]{1,200})"/i.exec(type)?.[1] ?? /boundary=([^\s;"]{1,200})/i.exec(type)?.[1];
  if (!boundary) return true;
  return !raw.includes(`\n--${boundary}`) || !raw.includes(`\n--${boundary}--`);
}

function afterHeader(raw: Buffer): string {
  const header = headerOf(raw).length;
  return decodeText(raw.subarray(header, header + 100_000))
    .replaceAll('\0', '')
    .trim();
}

/** Names the undeliverable messages by every Message-ID that the report quotes. */
function bounceOf(raw: Buffer): ReadMail['bounce'] {
  if (!/report-type="?delivery-status/i.test(headerOf(raw))) return null;
  const text = raw.subarray(0, 512 * 1024).toString('latin1');
  if (!/^action:\s*failed/im.test(text)) return null;
  const messageIds = [
    ...text.matchAll(/^(?:message-id|in-reply-to|references|original-envelope-id):\s*(<[^>\s]{1,300}>)/gim),
  ];
  const reason =
    /^diagnostic-code:\s*([^\r\n]{1,500})/im.exec(text)?.[1] ?? /^status:\s*([\d.]{1,20})/im.exec(text)?.[1] ?? '';
  return { messageIds: [...new Set(messageIds.map((match) => match[1]!))], reason };
}

const unreadable = (raw: Buffer): ReadMail => ({
  senderName: '',
  senderAddress: '',
  subject: '',
  body: afterHeader(raw),
  sentAt: null,
  messageId: null,
  attachments: [],
  findings: [findings.mailUnreadable()],
  bounce: null,
});
