import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { MailStore } from './mail-store.ts';
import { mailPages } from './web.ts';

/** The demonstration's mail server: takes every mail on this machine's own address and sends none on. */
const store = new MailStore(process.env['MAIL_CATCHER_DIR'] ?? 'data/mail');
const host = '127.0.0.1';

const smtp = new SMTPServer({
  authOptional: true,
  // Nothing to protect on the way from this machine to itself.
  disabledCommands: ['STARTTLS', 'AUTH'],
  size: 100 * 1024 * 1024,
  onData(stream, session, done) {
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom ? mailFrom.address : '';
    const to = rcptTo.map(({ address }) => address);
    buffer(stream)
      .then((raw) => store.keep(raw, from, to))
      .then(
        () => done(),
        (error: unknown) => done(error as Error),
      );
  },
});
smtp.on('error', (error) => console.error(error));
smtp.listen(Number(process.env['MAIL_CATCHER_PORT'] ?? 3025), host);

const pages = mailPages(store);
pages.listen(Number(process.env['MAIL_CATCHER_PAGE_PORT'] ?? 3003), host);

for (const name of ['SIGTERM', 'SIGINT'] as const)
  process.on(name, () => {
    smtp.close(() => process.exit(0));
    pages.close();
    pages.closeAllConnections();
  });
