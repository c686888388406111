import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { config } from '#platform';
import { createTransport, type Transporter } from 'nodemailer';

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try, so that a receiver drops repetitions. */
  readonly messageId: string;
}

/** Sends notices by the installation's SMTP server. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  async send(mail: Mail): Promise<void> {
    this.transport ??= createTransport(config().SMTP_URL);
    await this.transport.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
  }

  onApplicationShutdown() {
    this.transport?.close();
  }
}
