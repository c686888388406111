import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { MailStore } from './mail-store.ts';
import { listPage, mailPage, missingPage } from './page.ts';
import type { Language } from './texts.ts';

/** The page that lists what was caught; the list also as JSON under /mails.json, for tests and scripts. */
export function mailPages(store: MailStore): Server {
  return createServer((request, response) => {
    answer(store, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Only this machine may read it, and no web page that points a name of its own at this address.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return void response.writeHead(403).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
  const url = new URL(request.url ?? '/', 'http://localhost');
  const language = chooseLanguage(url, request);
  const [, id, part, at] = /^\/mail\/(\d+-[0-9a-f]+)(\.eml|\/attachments\/(\d+))?$/.exec(url.pathname) ?? [];
  if (url.pathname === '/') return html(response, 200, listPage(store.list(), language));
  if (url.pathname === '/mails.json') return send(response, 'application/json', JSON.stringify(store.list()));
  const summary = id ? store.summary(id) : undefined;
  const mail = summary && (await store.parsed(summary.id));
  if (!summary || !mail) return html(response, 404, missingPage(language));
  if (!part) return html(response, 200, mailPage(summary, mail, language));
  if (part === '.eml') return download(response, `${summary.id}.eml`, store.raw(summary.id) ?? Buffer.alloc(0));
  const attachment = mail.attachments[Number(at)];
  if (!attachment) return html(response, 404, missingPage(language));
  download(response, attachment.filename ?? `${Number(at) + 1}`, attachment.content);
}

function chooseLanguage(url: URL, request: IncomingMessage): Language {
  const asked = url.searchParams.get('lang') ?? request.headers['accept-language'] ?? '';
  return /^en\b/i.test(asked) ? 'en' : 'lv';
}

const html = (response: ServerResponse, status: number, text: string): void =>
  send(response, 'text/html; charset=utf-8', text, status);

function download(response: ServerResponse, name: string, content: Buffer): void {
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  send(response, 'application/octet-stream', content);
}

/** A caught mail may hold anything; nothing of it is ever run. */
function send(response: ServerResponse, type: string, content: string | Buffer, status = 200): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(content);
}
