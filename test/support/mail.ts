import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  /** `SMTP_URL` of the house under test. */
  readonly url: string;
  /** In the order of arrival. */
  readonly delivered: readonly ParsedMail[];
  close(): Promise<void>;
}

/** A mail server of the test's own that keeps what it is given. */
export async function catchMail(): Promise<CaughtMail> {
  const delivered: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      simpleParser(stream).then((mail) => done(null, void delivered.push(mail)), done);
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  const close = () => new Promise<void>((closed) => server.close(closed));
  return { url: `smtp://127.0.0.1:${port}`, delivered, close };
}
