import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** One caught mail as the list shows it. */
export interface MailSummary {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  attachments: number;
}

/** Caught mails as files: `<id>.eml` exactly as sent, `<id>.json` with the envelope and what the list shows. */
export class MailStore {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async keep(raw: Buffer, from: string, to: string[]): Promise<void> {
    const receivedAt = new Date().toISOString();
    // The time first, so that the names sort as the mails came.
    const id = `${receivedAt.replaceAll(/[^0-9]/g, '')}-${randomBytes(4).toString('hex')}`;
    this.write(`${id}.eml`, raw);
    const mail = await simpleParser(raw).catch(() => undefined);
    const summary = {
      id,
      receivedAt,
      from,
      to,
      subject: mail?.subject ?? '',
      attachments: mail?.attachments.length ?? 0,
    };
    this.write(`${id}.json`, JSON.stringify(summary satisfies MailSummary));
  }

  /** The newest first. */
  list(limit = 200): MailSummary[] {
    return readdirSync(this.folder)
      .filter((name) => /^\d+-[0-9a-f]+\.json$/.test(name))
      .sort()
      .reverse()
      .slice(0, limit)
      .map((name) => JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as MailSummary);
  }

  summary(id: string): MailSummary | undefined {
    const text = this.read(id, 'json');
    return text && (JSON.parse(text.toString()) as MailSummary);
  }

  raw(id: string): Buffer | undefined {
    return this.read(id, 'eml');
  }

  async parsed(id: string): Promise<ParsedMail | undefined> {
    const raw = this.raw(id);
    return raw && simpleParser(raw);
  }

  private read(id: string, ending: string): Buffer | undefined {
    if (!/^\d+-[0-9a-f]+$/.test(id)) return undefined;
    try {
      return readFileSync(join(this.folder, `${id}.${ending}`));
    } catch {
      return undefined;
    }
  }

  /** Beside and renamed, so that the list never meets half a file. */
  private write(name: string, content: Buffer | string): void {
    const draft = join(this.folder, `.${name}`);
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, join(this.folder, name));
  }
}
