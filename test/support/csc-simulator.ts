import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Issued } from '../../libs/signatures/index.ts';
import { signDigest } from './sign-digest.ts';

/** A credential that the simulated trust service keeps for somebody. */
export interface Credential {
  id: string;
  key: Issued;
  mode: 'oauth2code' | 'explicit' | 'implicit';
  algo: string[];
  multisign?: number;
  pin?: string;
}

interface Grant {
  scope: string;
  challenge: string;
  redirectUri: string;
  credentialId?: string;
  hashes?: string[];
  count?: number;
}

const HASHES: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** In the words of services that run today. */
const NOT_YET =
  'The previous asynchronous signature request has been accepted for processing, but the processing has not yet been completed.';

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    description: string,
  ) {
    super(description);
  }
}

/**
 * A remote signing service that conforms to CSC API v2.0.0.2 and refuses what does not: real HTTP, OAuth 2.0 with PKCE and one-time codes,
 * consents bound to credential, digests and number, used up by one signature. `next` misbehaves once where it is told to. An asynchronous
 * one takes the request (`operationMode` A) and has the values ready when told to.
 */
export async function openCscSimulator(
  credentials: Credential[],
  client: { id: string; secret: string; redirectUri: string },
  { isAsynchronous = false } = {},
) {
  const codes = new Map<string, Grant>();
  const pending = new Map<string, { grant: Grant; state: string }>();
  const tokens = new Set<string>();
  const consents = new Map<string, Grant>();
  const asked: string[] = [];
  const made = new Map<string, { signatures: string[]; until: number }>();
  let readiness: 'ready' | 'says-not-yet' | 'says-nothing' = 'says-not-yet';
  let next: { path: string; does: 'hang' | 'fail' | 'garbage' | 'lose-answer' } | undefined;
  const token = () => randomBytes(16).toString('base64url');

  const authorize = (query: URLSearchParams): string => {
    const scope = query.get('scope') ?? '';
    const required = ['response_type', 'client_id', 'redirect_uri', 'state', 'code_challenge'];
    const bound = scope === 'credential' ? ['credentialID', 'numSignatures', 'hashes', 'hashAlgorithmOID'] : [];
    const missing = [...required, ...bound].filter((name) => !query.get(name));
    if (missing.length) throw new Refusal(400, 'invalid_request', `missing ${missing.join(', ')}`);
    if (query.get('redirect_uri') !== client.redirectUri || query.get('client_id') !== client.id)
      throw new Refusal(400, 'invalid_request', 'unknown client or redirect address');
    if (query.get('code_challenge_method') !== 'S256') throw new Refusal(400, 'invalid_request', 'S256 is needed');
    const hashes = query
      .get('hashes')
      ?.split(',')
      .map((hash) => Buffer.from(hash, 'base64url').toString('base64'));
    if (hashes && hashes.length !== Number(query.get('numSignatures')))
      throw new Refusal(400, 'invalid_request', 'numSignatures and hashes differ');
    const id = token();
    const more = hashes ? { credentialId: query.get('credentialID')!, hashes, count: hashes.length } : {};
    const grant = { scope, challenge: query.get('code_challenge')!, redirectUri: client.redirectUri, ...more };
    pending.set(id, { grant, state: query.get('state')! });
    const link = (answer: string, text: string) =>
      `<a href="/oauth2/decide?request=${id}&answer=${answer}">${text}</a>`;
    return `<!doctype html><html lang="lv"><title>Uzticamības pakalpojums</title><h1>Uzticamības pakalpojums</h1>
      <p>${scope === 'credential' ? `Parakstīt dokumentus: ${hashes!.length}` : 'Pierādīt savu identitāti'}</p>
      ${link('yes', 'Apstiprināt')} ${link('no', 'Noraidīt')}</html>`;
  };

  const decide = (query: URLSearchParams): string => {
    const { grant, state } = pending.get(query.get('request')!)!;
    const back = new URL(grant.redirectUri);
    back.searchParams.set('state', state);
    if (query.get('answer') === 'yes') {
      const code = token();
      codes.set(code, grant);
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return back.href;
  };

  const issueToken = (form: URLSearchParams, authorization: string) => {
    const given = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':')
      .map(decodeURIComponent);
    if (given[0] !== client.id || given[1] !== client.secret)
      throw new Refusal(401, 'invalid_client', 'client authentication failed');
    const access_token = token();
    if (form.get('grant_type') === 'client_credentials') {
      tokens.add(access_token);
      return { access_token, token_type: 'Bearer', expires_in: 3600 };
    }
    const grant = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || challenge !== grant.challenge || form.get('redirect_uri') !== grant.redirectUri)
      throw new Refusal(400, 'invalid_grant', 'the code is not valid');
    if (grant.scope === 'credential') consents.set(access_token, grant);
    else tokens.add(access_token);
    return { access_token, token_type: grant.scope === 'credential' ? 'SAD' : 'Bearer', expires_in: 300 };
  };

  const credentialOf = (id: unknown): Credential => {
    const found = credentials.find((one) => one.id === id);
    if (!found) throw new Refusal(400, 'invalid_request', 'invalid parameter credentialID');
    return found;
  };

  const methods: Record<string, (body: Record<string, unknown>, bearer: string) => unknown> = {
    info: () => ({
      specs: '2.0.0.2',
      name: 'Simulators',
      authType: ['oauth2code', 'oauth2client'],
      oauth2: base(),
      asynchronousOperationMode: isAsynchronous,
      methods: [
        'credentials/list',
        'credentials/info',
        'credentials/authorize',
        'signatures/signHash',
        ...(isAsynchronous ? ['signatures/signPolling'] : []),
      ],
    }),
    'credentials/list': () => ({ credentialIDs: credentials.map(({ id }) => id), onlyValid: true }),
    'credentials/info': ({ credentialID }) => {
      const { key, mode, algo, multisign = 50, pin } = credentialOf(credentialID);
      return {
        key: { status: 'enabled', algo, len: 256 },
        cert: {
          status: 'valid',
          certificates: [key.certificate, ...key.chain].map((der) => Buffer.from(der).toString('base64')),
        },
        auth: { mode, objects: pin ? [{ type: 'Password', id: 'PIN', format: 'N', label: 'PIN kods' }] : [] },
        SCAL: '2',
        multisign,
      };
    },
    'credentials/authorize': ({ credentialID, hashes, numSignatures, authData }) => {
      const { id, mode, pin } = credentialOf(credentialID);
      if (mode === 'oauth2code')
        throw new Refusal(400, 'invalid_request', 'consent is given on the pages of the service');
      const given = (authData as { id: string; value: string }[] | undefined)?.find((one) => one.id === 'PIN')?.value;
      if (pin && given !== pin) throw new Refusal(400, 'invalid_pin', 'The PIN is not correct');
      const SAD = token();
      const count = Number(numSignatures);
      consents.set(SAD, {
        scope: 'credential',
        challenge: '',
        redirectUri: '',
        credentialId: id,
        hashes: hashes as string[],
        count,
      });
      return { SAD, expiresIn: 300 };
    },
    'signatures/signHash': async (body) => {
      const { credentialID, SAD, hashes, hashAlgorithmOID, signAlgo, operationMode = 'S', validity_period } = body;
      const isLater = operationMode === 'A';
      if (isLater ? !isAsynchronous || !Number.isInteger(validity_period) : operationMode !== 'S')
        throw new Refusal(400, 'invalid_request', 'Invalid parameter operationMode');
      const { id, key, algo } = credentialOf(credentialID);
      const consent = consents.get(String(SAD));
      if (consent?.credentialId !== id) throw new Refusal(400, 'invalid_request', 'Invalid parameter SAD');
      const all = hashes as string[];
      if (all.length > consent.count! || all.some((hash) => !consent.hashes!.includes(hash)))
        throw new Refusal(400, 'invalid_request', 'Hash is not authorized by the SAD');
      if (!algo.includes(String(signAlgo))) throw new Refusal(400, 'invalid_request', 'Invalid parameter signAlgo');
      consents.delete(String(SAD));
      const hash = HASHES[String(hashAlgorithmOID)] ?? '';
      const values = await Promise.all(all.map((one) => signDigest(key.key, Buffer.from(one, 'base64'), hash)));
      const signatures = values.map((value) => value.toString('base64'));
      if (!isLater) return { signatures };
      const responseID = token();
      made.set(responseID, { signatures, until: Date.now() + Number(validity_period) });
      return { responseID };
    },
    'signatures/signPolling': ({ requestID }) => {
      const found = made.get(String(requestID));
      if (!found || found.until < Date.now()) throw new Refusal(400, 'invalid_request', 'Invalid parameter requestID');
      if (readiness === 'says-not-yet') throw new Refusal(400, 'invalid_request', NOT_YET);
      return readiness === 'ready' ? { signatures: found.signatures } : {};
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, 'http://simulator');
    const path = url.pathname.replace(/^\/csc\/v2\//, '').replace(/^\//, '');
    asked.push(path);
    const misbehaves = next?.path === path ? next.does : undefined;
    if (misbehaves) next = undefined;
    if (misbehaves === 'hang') return;
    if (misbehaves === 'garbage') return void response.end('<html>');
    if (misbehaves === 'fail') throw new Refusal(500, 'server_error', 'out of order');
    if (path === 'oauth2/authorize')
      return void response.setHeader('content-type', 'text/html; charset=utf-8').end(authorize(url.searchParams));
    if (path === 'oauth2/decide') return void response.writeHead(302, { location: decide(url.searchParams) }).end();
    const body = await textOf(request);
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (path === 'oauth2/token')
      return send(response, issueToken(new URLSearchParams(body), request.headers.authorization ?? ''));
    const method = methods[path];
    if (!method) throw new Refusal(404, 'invalid_request', 'unknown method');
    if (path !== 'info' && !tokens.has(bearer)) throw new Refusal(401, 'invalid_token', 'Invalid access_token');
    const result = await method(JSON.parse(body) as Record<string, unknown>, bearer);
    if (misbehaves === 'lose-answer') return void response.destroy();
    send(response, result);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { status, code } = error instanceof Refusal ? error : new Refusal(500, 'server_error', '');
      send(response, { error: code, error_description: (error as Error).message }, status);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${base()}/csc/v2`,
    /** Paths asked so far, in order. */
    asked,
    /** Whether an asynchronous service has its values ready, and how it says that it has not. */
    is: (now: typeof readiness) => void (readiness = now),
    /** An asynchronous service forgets what it made. */
    forget: () => made.clear(),
    /** Lets one request to a path go wrong. */
    next: (path: string, does: NonNullable<typeof next>['does']) => void (next = { path, does }),
    /** Walks the pages as a person with a browser would; gives what the redirect carries. */
    async visit(page: string, answered: 'yes' | 'no' = 'yes'): Promise<Record<string, string>> {
      const html = await (await fetch(page)).text();
      const link = new RegExp(`href="([^"]+answer=${answered})"`).exec(html)?.[1];
      if (!link) throw new Error(`The service refused: ${html}`);
      const { headers } = await fetch(new URL(link.replaceAll('&amp;', '&'), base()), { redirect: 'manual' });
      return Object.fromEntries(new URL(headers.get('location')!).searchParams);
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export type CscSimulator = Awaited<ReturnType<typeof openCscSimulator>>;

function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
