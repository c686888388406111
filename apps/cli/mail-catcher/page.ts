import type { ParsedMail } from 'mailparser';
import type { MailSummary } from './mail-store.ts';
import { type Language, texts } from './texts.ts';

/** Everything in a mail is somebody else's text. */
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: #1a1a1a; background: #fff }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top; overflow-wrap: anywhere }
  a { color: #0b4f8a } a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px }
  header { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #ccc; padding: 1rem }
  dt { font-weight: 600 } dd { margin: 0 0 .5rem }`;

function page(language: Language, path: string, heading: string, body: string): string {
  const t = texts[language];
  const other = language === 'lv' ? 'en' : 'lv';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(heading)} – Aprite</title><style>${style}</style></head>
<body><header><h1>${escape(heading)}</h1><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${t.other}</a></header><main>${body}</main></body></html>`;
}

const time = (iso: string, language: Language): string =>
  new Date(iso).toLocaleString(language, { timeZone: 'Europe/Riga', dateStyle: 'short', timeStyle: 'medium' });

export function listPage(mails: MailSummary[], language: Language): string {
  const t = texts[language];
  const head = [t.time, t.from, t.to, t.subject, t.attachments].map((name) => `<th scope="col">${name}</th>`).join('');
  const row = (mail: MailSummary): string =>
    `<tr><td>${time(mail.receivedAt, language)}</td><td>${escape(mail.from)}</td><td>${escape(mail.to.join(', '))}</td>` +
    `<td><a href="/mail/${mail.id}?lang=${language}">${escape(mail.subject || t.noSubject)}</a></td><td>${mail.attachments}</td></tr>`;
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${mails.map(row).join('')}</tbody></table>`;
  return page(language, '/', t.title, `<p>${t.about}</p>${mails.length ? table : `<p>${t.none}</p>`}`);
}

export function mailPage(summary: MailSummary, mail: ParsedMail, language: Language): string {
  const t = texts[language];
  const path = `/mail/${summary.id}`;
  const facts = { [t.time]: time(summary.receivedAt, language), [t.from]: summary.from, [t.to]: summary.to.join(', ') };
  const list = Object.entries(facts).map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`);
  const attachments = mail.attachments.map(
    ({ filename, size }, at) =>
      `<li><a href="${path}/attachments/${at}">${escape(filename ?? `${at + 1}`)}</a> (${Math.ceil(size / 1024)} kB)</li>`,
  );
  const body = [
    `<p><a href="/?lang=${language}">${t.back}</a> · <a href="${path}.eml">${t.source}</a></p>`,
    `<dl>${list.join('')}</dl>`,
    `<h2>${t.text}</h2><pre>${escape(mail.text?.trim() || t.noText)}</pre>`,
    attachments.length ? `<h2>${t.attachments}</h2><ul>${attachments.join('')}</ul>` : '',
  ];
  return page(language, path, summary.subject || t.noSubject, body.join(''));
}

export const missingPage = (language: Language): string =>
  page(language, '/', texts[language].missing, `<p><a href="/?lang=${language}">${texts[language].back}</a></p>`);
