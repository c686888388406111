import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '#kernel';
import { config } from '#platform';
import * as oauth from 'openid-client';
import { z } from 'zod';
import { problems } from '../../problems.ts';
import { secretOf, type CscMeans } from '../../settings.ts';
import type {
  AwaitedValues,
  Consent,
  Departure,
  RemoteCredential,
  ToSign,
  TrustService,
} from '../signature-provider.ts';
import { algorithmFor, HASH_OID } from './algorithms.ts';
import { ask as askOnce } from './csc-client.ts';

// The answers, by the sections of CSC API v2.0.0.2; only what is used here.
const Info = z.object({
  oauth2: z.url().optional(),
  methods: z.array(z.string()).default([]),
  asynchronousOperationMode: z.boolean().default(false),
}); // §11.1
const Token = z.object({ access_token: z.string() }); // §8.4.3; its type is Bearer or SAD
const CredentialList = z.object({ credentialIDs: z.array(z.string()) }); // §11.4
const Question = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string().optional(),
  format: z.string().optional(),
});
const CredentialInfo = z.object({
  key: z.object({ status: z.enum(['enabled', 'disabled']), algo: z.array(z.string()).min(1) }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(z.base64()).min(1) }),
  auth: z
    .object({ mode: z.string(), objects: z.array(Question).default([]) })
    .default({ mode: 'implicit', objects: [] }),
  multisign: z.number().int().min(1).default(1),
}); // §11.5
const Authorized = z.object({ SAD: z.string() }); // §11.6
/** signatures/signHash, and signatures/signPolling after it: the values, or by which name they can be asked for. */
const Made = z.object({ signatures: z.array(z.base64()).optional(), responseID: z.string().optional() });

/** How long a service that works on its own keeps the values for us. */
const KEPT_MS = 3_600_000;
const BETWEEN_QUESTIONS_MS = 1000;

/** Where the trust service sends the browser back to: a page of the staff application. */
export const returnUrl = () => new URL('/signing/return', config().PUBLIC_URL).href;

/** Remote signing by CSC API v2: the person's key at a trust service, or an organisation's by the service's own account. */
export function cscProvider(means: CscMeans): TrustService {
  const { name, lv, en, makes, clientId, grant } = means;
  const method = (path: string) => `${means.url.replace(/\/$/, '')}/${path}`;
  const ask = <T>(
    url: string,
    answer: z.ZodType<T>,
    question: Omit<Parameters<typeof askOnce>[2], 'patienceSeconds'>,
  ) => askOnce(url, answer, { ...question, patienceSeconds: means.patienceSeconds });
  const client = async () => ({ id: clientId, secret: await secretOf(means.clientSecretFile) });
  let about: Promise<z.infer<typeof Info>> | undefined;

  /** What the service says of itself (§11.1); asked once. */
  const info = () =>
    (about ??= ask(method('info'), Info, { body: {} }).catch((error: unknown) => {
      about = undefined;
      throw error;
    }));
  const oauthBase = async () => ((await info()).oauth2 ?? means.url).replace(/\/$/, '');
  const isAsynchronous = async () => {
    const { asynchronousOperationMode, methods } = await info();
    return asynchronousOperationMode && methods.includes('signatures/signPolling');
  };

  const tokenBy = async (grantType: string, more: Record<string, string>): Promise<string> => {
    const body = new URLSearchParams({ grant_type: grantType, client_id: clientId, ...more });
    const { access_token } = await ask(`${await oauthBase()}/oauth2/token`, Token, { body, basic: await client() });
    return access_token;
  };
  const tokenByCode = ({ code = '', codeVerifier = '' }: Consent) =>
    tokenBy('authorization_code', { code, redirect_uri: returnUrl(), code_verifier: codeVerifier });
  const serviceToken = (credential?: RemoteCredential) =>
    credential?.serviceToken ?? tokenBy('client_credentials', { scope: 'service' });

  /** openid-client makes the proof key; the rest of CSC's request is not OpenID (§8.4.2). */
  const depart = async (state: string, more: Record<string, string>): Promise<Departure> => {
    const codeVerifier = oauth.randomPKCECodeVerifier();
    const url = new URL(`${await oauthBase()}/oauth2/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: returnUrl(),
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...more,
    }).toString();
    return { url: url.href, codeVerifier };
  };

  const credentialBy = async (token: string, keptToken?: string): Promise<RemoteCredential> => {
    const ids = means.credentialId
      ? [means.credentialId]
      : (await ask(method('credentials/list'), CredentialList, { body: { onlyValid: true }, token })).credentialIDs;
    for (const id of ids) {
      const body = { credentialID: id, certificates: 'chain', certInfo: true, authInfo: true };
      const { key, cert, auth, multisign } = await ask(method('credentials/info'), CredentialInfo, { body, token });
      if (key.status !== 'enabled' || (cert.status && cert.status !== 'valid')) continue;
      const [certificate = '', ...chain] = cert.certificates;
      return {
        id,
        certificate,
        chain,
        ...algorithmFor(Buffer.from(certificate, 'base64'), key.algo),
        consent: auth.mode === 'oauth2code' ? 'pages' : auth.mode === 'explicit' ? 'answers' : 'none',
        questions: auth.objects.map((one) => ({
          id: one.id,
          label: one.label ?? one.id,
          isSecret: one.type === 'Password',
        })),
        most: multisign,
        ...(keptToken ? { serviceToken: keptToken } : {}),
      };
    }
    throw problems.noCredential();
  };

  /** The signature activation data: the consent's own token, or what the service gives for the answers (§11.6). */
  const activationData = async (
    credential: RemoteCredential,
    all: readonly ToSign[],
    consent: Consent,
    token: string,
  ) => {
    if (credential.consent === 'pages') return tokenByCode(consent);
    const body = {
      credentialID: credential.id,
      numSignatures: all.length,
      ...hashesOf(credential, all),
      ...(consent.answers?.length ? { authData: consent.answers } : {}),
    };
    return (await ask(method('credentials/authorize'), Authorized, { body, token })).SAD;
  };

  /** What the service has made of an earlier request; nothing yet is no error, in whichever of its words it says so. */
  const outcomeOf = ({ responseId }: AwaitedValues, token: string) =>
    ask(method('signatures/signPolling'), Made, { body: { requestID: responseId }, token }).catch((error: unknown) => {
      const isAtWork = error instanceof Problem && /not yet been completed/.test(String(error.extra['detail']));
      if (!isAtWork) throw error;
      return { signatures: undefined };
    });

  return {
    name,
    lv,
    en,
    makes,
    isTest: false,
    holds: 'service',
    async identify(state) {
      if (grant === 'authorization-code') return { departure: await depart(state, { scope: 'service' }) };
      return { credential: await credentialBy(await serviceToken()) };
    },
    async identified(consent) {
      const token = await tokenByCode(consent);
      return credentialBy(token, token);
    },
    departToConsent: (credential, all, state) =>
      depart(state, {
        scope: 'credential',
        credentialID: credential.id,
        numSignatures: String(all.length),
        hashes: all.map(({ digest }) => Buffer.from(digest).toString('base64url')).join(','),
        hashAlgorithmOID: HASH_OID[credential.algorithm.digest],
      }),
    async sign(credential, all, consent) {
      const token = await serviceToken(credential);
      const SAD = await activationData(credential, all, consent, token);
      const body = {
        credentialID: credential.id,
        SAD,
        ...hashesOf(credential, all),
        signAlgo: credential.signAlgo,
        ...((await isAsynchronous()) ? { operationMode: 'A', validity_period: KEPT_MS } : { operationMode: 'S' }),
      };
      const { signatures = [], responseID } = await ask(method('signatures/signHash'), Made, { body, token });
      if (signatures.length === 0 && responseID !== undefined)
        return { responseId: responseID, until: new Date(Date.now() + KEPT_MS).toISOString() };
      return valuesIn(signatures, all.length);
    },
    async collect(credential, awaited, { count, isPatient }) {
      const token = await serviceToken(credential);
      const end = Date.now() + (isPatient ? means.patienceSeconds * 1000 : 0);
      for (;;) {
        const { signatures } = await outcomeOf(awaited, token);
        if (signatures?.length) return valuesIn(signatures, count);
        if (Date.now() + BETWEEN_QUESTIONS_MS > end) return null;
        await pause(BETWEEN_QUESTIONS_MS);
      }
    },
  };
}

function valuesIn(signatures: readonly string[], count: number): Uint8Array[] {
  if (signatures.length !== count)
    throw problems.trustServiceUnavailable({ detail: `${signatures.length} values for ${count} digests` });
  return signatures.map((value) => Buffer.from(value, 'base64'));
}

const hashesOf = ({ algorithm }: RemoteCredential, all: readonly ToSign[]) => ({
  hashes: all.map(({ digest }) => Buffer.from(digest).toString('base64')),
  hashAlgorithmOID: HASH_OID[algorithm.digest],
});
