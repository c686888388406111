import { z } from 'zod';

const Config = z.object({
  /** PostgreSQL, as the application's role. */
  DATABASE_URL: z.string().min(1),
  /** How many connections each process keeps; the server must allow them for all processes together. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).default(10),
  /** Where jobs live: postgres://… beside the documents, or redis://… on a server of their own. */
  QUEUE_URL: z.string().min(1),
  API_PORT: z.coerce.number().default(3000),
  PORTAL_PORT: z.coerce.number().default(3001),
  WORKER_PORT: z.coerce.number().default(3002),
  /** The addresses by which people reach the staff application and the portal. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  PORTAL_URL: z.url().default('http://127.0.0.1:3001'),
  FILES_DIR: z.string().default('data/files'),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().default('aprite'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** Outgoing mail, smtp://user:password@host:port. */
  SMTP_URL: z.url().default('smtp://127.0.0.1:3025'),
  /** STARTTLS (RFC 3207) with that server: taken when it is offered, or nothing is sent without it. Its certificate must be trusted. */
  SMTP_TLS: z.enum(['offered', 'required']).default('offered'),
  /** PEM file of the authority behind the mail server's certificate, where it is the municipality's own. */
  SMTP_CA_FILE: z.string().optional(),
  /** The port on which the worker takes incoming mail by SMTP; absent means none. */
  MAIL_INTAKE_PORT: z.coerce.number().optional(),
  /** Where it listens: this machine only, unless a mail relay on another one brings the mail. */
  MAIL_INTAKE_HOST: z.string().default('127.0.0.1'),
  /** PEM files: with them the intake offers STARTTLS. */
  MAIL_INTAKE_CERT_FILE: z.string().optional(),
  MAIL_INTAKE_KEY_FILE: z.string().optional(),
  /** ClamAV's daemon, tcp://host:port or unix:/path; absent means that received files are not scanned for viruses. */
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/|unix:\/)/)
    .optional(),
  /** A folder into which scanners put their pages; absent means none. */
  SCAN_DIR: z.string().optional(),
  /** The folder of the e-address file-drop driver (outbox, inbox, confirmations); absent means that e-address is not connected. */
  E_ADDRESS_DIR: z.string().optional(),
  /** Private keys of this installation: journal seal, demonstration signers. */
  KEYS_DIR: z.string().default('data/keys'),
  /** A time-stamp service (RFC 3161) that witnesses the journal's seal each hour; absent means that only the worker's log does. */
  JOURNAL_TSA_URL: z.url().optional(),
  /** An OpenID Connect provider; absent means passwords only. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** '1' in the demonstration municipality: shows accounts, allows the demonstration signer. */
  DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  MAX_FILE_MB: z.coerce.number().default(250),
});
export type Config = z.infer<typeof Config>;

/** Reads the settings; a missing or wrong one stops the process before it serves anyone, and is named. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // Compose hands on what .env leaves empty; that is as good as absent.
  const read = Config.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (read.success) {
    if (read.data.S3_ENDPOINT && !(read.data.S3_ACCESS_KEY && read.data.S3_SECRET_KEY)) {
      throw new Error('S3_ENDPOINT is set: S3_ACCESS_KEY and S3_SECRET_KEY are needed too.');
    }
    if (!read.data.MAIL_INTAKE_CERT_FILE !== !read.data.MAIL_INTAKE_KEY_FILE) {
      throw new Error('STARTTLS for incoming mail needs both MAIL_INTAKE_CERT_FILE and MAIL_INTAKE_KEY_FILE.');
    }
    return read.data;
  }
  throw new Error(
    `Settings are missing or wrong: ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
}

let current: Config | undefined;

/** The settings of this process, read on first use. */
export const config = (): Config => (current ??= readConfig(process.env));
