import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { latvianDate } from '#kernel';
import { Mailer } from '#platform';
import type { Sending } from '../commands/attempt-dispatch.ts';
import { Courier, Undeliverable } from './courier.ts';

/** Sends by SMTP to the mail server of the settings (RFC 5321). */
@Injectable()
export class EmailCourier extends Courier {
  readonly channel = 'email';

  constructor(
    private readonly store: FileStore,
    private readonly mailer: Mailer,
  ) {
    super();
  }

  /** The Message-ID is the dispatch's own, so that a copy sent after a crash is known as the same message. */
  async deliver(sending: Sending): Promise<string> {
    const { id, address, sender, files } = sending;
    const messageId = `<${id}@${sender.email.split('@')[1] ?? 'aprite.invalid'}>`;
    const attachments = await Promise.all(
      files.map(async ({ name, sha256, mediaType }) => ({
        filename: name,
        contentType: mediaType,
        content: await this.store.open(sha256),
      })),
    );
    try {
      await this.mailer.send({
        messageId,
        from: { name: sender.name, address: sender.email },
        to: address,
        subject: subjectOf(sending),
        text: textOf(sending),
        attachments,
        // Content comes from the file store only: no paths, no addresses.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw explained(error);
    } finally {
      for (const { content } of attachments) content.destroy();
    }
    return messageId;
  }
}

const subjectOf = ({ number, title }: Sending) => (number ? `${title} (Nr. ${number})` : title);

function textOf({ number, title, registeredOn, sender, answers, files }: Sending): string {
  const named = [number && `Nr. ${number}`, registeredOn && latvianDate(registeredOn)].filter(Boolean).join(', ');
  const about = answers ? ` Tā ir atbilde uz Jūsu vēstuli, kas pie mums reģistrēta ar Nr. ${answers}.` : '';
  return `Labdien!

Nosūtām Jums dokumentu “${title}”${named ? ` (${named})` : ''}.${about}
${files.length ? `Pielikumā: ${files.map(({ name }) => name).join(', ')}.\n` : ''}
Elektroniski parakstītu dokumentu var pārbaudīt vietnē www.eparaksts.lv.

Ar cieņu
${sender.name}
${sender.email}, ${sender.phone}
`;
}

/** What went wrong, for the clerk; a reply of the 500s is final (RFC 5321 §4.2.1). */
function explained(error: unknown): Error {
  const {
    code = '',
    responseCode = 0,
    response = '',
    message = '',
  } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
    message?: string;
  };
  if (responseCode >= 500) return new Undeliverable(`Pasta serveris vēstuli nepieņem: ${response || message}`);
  if (responseCode >= 400) return new Error(`Pasta serveris lūdz mēģināt vēlāk: ${response || message}`);
  if (code === 'ETLS' || /certificate/i.test(message)) {
    return new Error(`Ar pasta serveri nav droša savienojuma: ${message}`);
  }
  if (/^(ECONNECTION|ECONNREFUSED|ETIMEDOUT|ESOCKET|EDNS|ENOTFOUND)$/.test(code)) {
    return new Error(`Pasta serveris neatbild (${code}). Pārbaudiet pasta iestatījumus.`);
  }
  return new Error(`Nosūtīt neizdevās: ${message}`);
}
