import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Tx } from '#kernel';
import { config } from '#platform';
import sql from 'sql-template-tag';
import { z } from 'zod';

const common = {
  /** In addresses and the journal; stays the same for good. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  lv: z.string().min(1),
  en: z.string().min(1),
};
const seal = { ...common, makes: z.enum(['seal', 'signature']).default('seal') };

/** A key in a PKCS#12 file (RFC 7292); the password stands in a file of its own, as secrets are mounted. */
const Pkcs12Means = z.object({ type: z.literal('pkcs12'), ...seal, file: z.string(), passwordFile: z.string() });

/** A key in a hardware module, reached by its PKCS#11 library. */
const Pkcs11Means = z.object({
  type: z.literal('pkcs11'),
  ...seal,
  module: z.string(),
  token: z.string().meta({ description: 'Label of the token' }),
  key: z
    .string()
    .regex(/^([0-9a-f]{2})+$/i)
    .meta({ description: 'CKA_ID of the key and of its certificate, hexadecimal' }),
  pinFile: z.string(),
  chainFile: z.string().optional().meta({ description: 'Certificates of the issuers, PEM' }),
});

/** Remote signing by the API of the Cloud Signature Consortium, version 2. */
const CscMeans = z.object({
  type: z.literal('csc'),
  ...common,
  makes: z.enum(['seal', 'signature']).default('signature'),
  url: z.url().meta({ description: 'Base of the service, ending before /info' }),
  clientId: z.string(),
  clientSecretFile: z.string(),
  grant: z.enum(['authorization-code', 'client-credentials']).default('authorization-code'),
  patienceSeconds: z
    .number()
    .positive()
    .default(20)
    .meta({ description: 'How long one answer of the service is waited for' }),
  credentialId: z.string().optional().meta({ description: 'Which credential; by default the first that can sign' }),
});

/** The card in the reader of the person's own computer, through the Web eID browser extension. */
const WebEidMeans = z.object({ type: z.literal('web-eid'), ...common });

const MeansSettings = z.discriminatedUnion('type', [Pkcs12Means, Pkcs11Means, CscMeans, WebEidMeans]);
export type MeansSettings = z.infer<typeof MeansSettings>;
export type Pkcs12Means = z.infer<typeof Pkcs12Means>;
export type Pkcs11Means = z.infer<typeof Pkcs11Means>;
export type CscMeans = z.infer<typeof CscMeans>;
export type WebEidMeans = z.infer<typeof WebEidMeans>;

const InstitutionSigning = z.object({
  means: z.array(MeansSettings).default([]),
  /** RFC 3161; without it signatures stay at level B. */
  timestampUrl: z.url().optional(),
  level: z.enum(['T', 'LT', 'LTA']).default('T'),
  /** `name:port` of services inside the own network that may be asked for certificates and revocation. */
  allowHosts: z.array(z.string()).default([]),
});
export type InstitutionSigning = z.infer<typeof InstitutionSigning>;

const SigningFile = z.record(z.string(), InstitutionSigning);

/**
 * How the actor's institution signs: `signing.json` in the folder of keys, `{ "<institution's code>": …, "default": … }`. Read at every
 * use, so a change needs no restart; file names in it are relative to it.
 * @throws Error when the file is there and wrong: its own words name the place
 */
export async function signingSettings(institutionCode: string): Promise<InstitutionSigning> {
  const path = settingsPath();
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const read = SigningFile.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data[institutionCode] ?? read.data['default'] ?? InstitutionSigning.parse({});
}

const settingsPath = () => join(config().KEYS_DIR, 'signing.json');

/** A secret or key beside the settings; a trailing line end is not part of a secret. */
export const secretOf = async (file: string): Promise<string> =>
  (await readFile(besideSettings(file), 'utf8')).replace(/\r?\n$/, '');

export const besideSettings = (file: string): string => resolve(dirname(settingsPath()), file);

export async function institutionCode(tx: Tx): Promise<string> {
  const row = await tx.row<{ code: string }>(sql`select code from institution where id = ${tx.actor.institutionId}`);
  return row!.code;
}
