import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { openHouse, type House } from './support/house.ts';

let house: House;
let identityProvider: Server;
let issuer: string;

/** A real OpenID Connect provider on this machine; its development pages let a browser sign in as anybody. */
beforeAll(async () => {
  const { default: Provider } = await import('oidc-provider');
  identityProvider = createServer((...exchange) => handler(...exchange));
  await new Promise<void>((ready) => identityProvider.listen(0, '127.0.0.1', ready));
  issuer = `http://127.0.0.1:${(identityProvider.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'aprite',
        client_secret: 'test-secret',
        redirect_uris: ['http://127.0.0.1:3000/api/session/oidc/callback'],
      },
    ],
    cookies: { keys: ['test'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const handler = provider.callback();
  house = await openHouse({
    listen: true,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'aprite', OIDC_CLIENT_SECRET: 'test-secret' },
  });
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(`update account set oidc_subject = 'PNOLV-jurists' where username = 'jurists'`);
  await owner.end();
}, 120_000);

afterAll(async () => {
  await house?.close();
  await new Promise((closed) => identityProvider?.close(closed));
});

test('who proves to be a known person at the identity provider is signed in', async () => {
  const callback = await signInAt('PNOLV-jurists');
  expect(callback.status).toBe(302);
  const session = /aprite_session=[^;]+/.exec(callback.headers.getSetCookie().join())![0];
  const me = await fetch(`${house.url}/api/session`, { headers: { cookie: session } });
  expect(await me.json()).toMatchObject({ person: { name: 'Mārtiņš Ozolnieks' } });
});

test('an identity without an account here is refused, and so is an answer nobody asked for', async () => {
  const stranger = await signInAt('PNOLV-stranger');
  expect(stranger.status).toBe(403);
  expect(await stranger.json()).toMatchObject({ type: '/problems/unknown-identity' });
  const forged = await fetch(`${house.url}/api/session/oidc/callback?code=abc&state=def`, { redirect: 'manual' });
  expect(forged.status).toBe(403);
});

/** Walks the browser's way: to the provider, through its sign-in and consent pages, back to the callback. */
async function signInAt(subject: string): Promise<Response> {
  const departure = await fetch(`${house.url}/api/session/oidc`, { redirect: 'manual' });
  const ours = departure.headers.getSetCookie()[0]!.split(';')[0]!;
  const jar = new Map<string, string>();
  let next = departure.headers.get('location')!;
  for (let hops = 0; hops < 12; hops++) {
    const url = new URL(next, issuer);
    if (url.pathname === '/api/session/oidc/callback') {
      return fetch(`${house.url}${url.pathname}${url.search}`, { redirect: 'manual', headers: { cookie: ours } });
    }
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await fetch(url, { redirect: 'manual', headers: { cookie } });
    keep(jar, page);
    next = page.headers.get('location') ?? (await submit(await page.text(), url, subject, jar));
  }
  throw new Error('The identity provider did not come back.');
}

async function submit(html: string, page: URL, subject: string, jar: Map<string, string>): Promise<string> {
  const action = new URL(/action="([^"]+)"/.exec(html)![1]!, page);
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)![1]!;
  const answer = await fetch(action, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ prompt, login: subject, password: 'any' }),
  });
  keep(jar, answer);
  return answer.headers.get('location')!;
}

function keep(jar: Map<string, string>, response: Response) {
  for (const cookie of response.headers.getSetCookie()) {
    const [name = '', value = ''] = cookie.split(';')[0]!.split(/=(.*)/s);
    jar.set(name, value);
  }
}
