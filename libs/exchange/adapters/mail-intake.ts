import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Injectable, Optional, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { DataSource } from 'typeorm';
import { FileStore } from '#files';
import { systemActor } from '#kernel';
import { config, log, Relay } from '#platform';
import { Intake } from '../intake.ts';

/**
 * Takes mail by SMTP (RFC 5321) where the worker runs. A message is acknowledged only when it is stored as it came and entered;
 * until then its sender keeps it. It relays nothing: whoever is not one of our institutions is refused at RCPT.
 */
@Injectable()
export class MailIntake implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: SMTPServer | undefined;
  private isStopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
    private readonly intake: Intake,
    @Optional() private readonly relay?: Relay,
  ) {}

  async onApplicationBootstrap() {
    const { MAIL_INTAKE_PORT: port, MAIL_INTAKE_HOST: host } = config();
    // The API has the same rooms but no relay: there the port would be taken twice.
    if (port === undefined || !this.relay) return;
    await this.listenWhenFree(port, host);
  }

  /** Two workers on one machine: the second waits for the port, and takes over when the first is gone. */
  private async listenWhenFree(port: number, host: string): Promise<void> {
    if (this.isStopped) return;
    try {
      await this.listen(port, host);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      log.warn({ port }, 'mail intake: the port is taken, waiting for it');
      setTimeout(() => void this.listenWhenFree(port, host), 10_000).unref();
    }
  }

  /** Starts to listen, and answers the port (for port 0 the one that was given). */
  listen(port: number, host = '127.0.0.1'): Promise<number> {
    const server = new SMTPServer({
      banner: 'Aprite',
      ...encryption(),
      disableReverseLookup: true,
      size: maxMessageBytes(),
      maxClients: 20,
      socketTimeout: 60_000,
      closeTimeout: 5000,
      onRcptTo: ({ address }, _, done) =>
        void this.institutionOf(address).then(
          (found) => done(found ? null : refusal(550, 'No such mailbox here')),
          failed(done),
        ),
      onData: (stream, session, done) => void this.take(stream, session).then(() => done(), failed(done)),
    });
    // A client that breaks off or speaks nonsense is its own trouble.
    server.on('error', (error) => log.debug({ err: error }, 'mail intake'));
    return new Promise((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, host, () => {
        this.server = server;
        const given = (server.server.address() as AddressInfo).port;
        log.info({ name: 'mail intake', port: given }, 'listening');
        resolve(given);
      });
    });
  }

  private async take(stream: Readable, session: SMTPServerSession): Promise<void> {
    const stored = await this.store.put(Readable.from(upTo(stream, maxMessageBytes())));
    const institutions = new Set<string>();
    for (const { address } of session.envelope.rcptTo) {
      const found = await this.institutionOf(address);
      if (found) institutions.add(found);
    }
    // The bytes name the message: a sender that missed our answer sends the very same again, strangers may forge a Message-ID.
    const externalId = `sha256:${stored.sha256}`;
    for (const institutionId of institutions)
      await this.intake.takeMail(systemActor(institutionId), stored, { externalId });
  }

  /** Whose mailbox this is: the institution's own address, otherwise its domain, otherwise the only institution there is. */
  private async institutionOf(address: string): Promise<string | undefined> {
    const all = await this.dataSource.query<{ id: string; email: string }[]>('select id, email from institutions()');
    const wanted = address.toLowerCase();
    const domain = (email: string) => email.toLowerCase().split('@')[1];
    const found =
      all.find(({ email }) => email.toLowerCase() === wanted) ??
      all.find(({ email }) => domain(email) === domain(wanted));
    return (found ?? (all.length === 1 ? all[0] : undefined))?.id;
  }

  async onApplicationShutdown() {
    this.isStopped = true;
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

/** STARTTLS is offered when there is a certificate; a server for everybody's mail must not demand it (RFC 3207 §4). */
function encryption() {
  const { MAIL_INTAKE_CERT_FILE: cert, MAIL_INTAKE_KEY_FILE: key } = config();
  if (!cert || !key) return { disabledCommands: ['AUTH', 'STARTTLS'] };
  return {
    disabledCommands: ['AUTH'],
    cert: readFileSync(cert),
    key: readFileSync(key),
    minVersion: 'TLSv1.2' as const,
  };
}

/** A sender may ignore the size we announce: what is too much is drained, not stored, and refused at its end. */
async function* upTo(stream: AsyncIterable<Buffer>, limit: number) {
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length <= limit) yield part;
  }
  if (length > limit) throw refusal(552, `The message is over ${mostMb()} MB. Please send less at once.`);
}

/** A message is read whole, so it may be less than a file that is put in; no mail server sends more. */
const mostMb = () => Math.min(config().MAX_FILE_MB, 100);

/** A message of the largest permitted files, in base64 with its lines. */
const maxMessageBytes = () => Math.ceil(mostMb() * 1.4 * 1024 ** 2);

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** An error of ours is temporary for the sender: it keeps the message and comes again (RFC 5321 §4.2.1). */
const failed = (done: (error: Error) => void) => (error: Error & { responseCode?: number; code?: string }) => {
  if (!error.responseCode && error.code !== 'ECONNECTION')
    log.error({ err: error }, 'mail intake: a message could not be taken, its sender will try again');
  done(error.responseCode ? error : refusal(451, 'Temporarily not possible, please try again'));
};
