import { readFileSync } from 'node:fs';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { config } from './config.ts';

/** The installation's outgoing mail server (RFC 5321), with the protection that the settings ask for. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  /** Answers when the server has taken the message. @throws Error as the conversation ended */
  async send(mail: SendMailOptions): Promise<void> {
    this.transport ??= await connect();
    await this.transport.sendMail(mail);
  }

  /** A message that a machine wrote, to which no machine should answer (RFC 3834). */
  notify(mail: SendMailOptions): Promise<void> {
    return this.send({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
  }

  onApplicationShutdown() {
    this.transport?.close();
  }
}

/** Loaded when the first message leaves: the portal never sends one. */
async function connect(): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const { SMTP_URL: url, SMTP_TLS, SMTP_CA_FILE } = config();
  return createTransport({
    url,
    requireTLS: SMTP_TLS === 'required',
    tls: { minVersion: 'TLSv1.2', ...(SMTP_CA_FILE ? { ca: readFileSync(SMTP_CA_FILE) } : {}) },
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
}
