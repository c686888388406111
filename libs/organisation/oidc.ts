import { config } from '#platform';
import * as client from 'openid-client';
import { problems } from './problems.ts';

/** What the browser keeps between leaving for the provider and coming back (HttpOnly cookie, ten minutes). */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

let discovered: Promise<client.Configuration> | undefined;

/** The provider's description, read once. @throws Problem oidc-not-configured (404) */
function provider(): Promise<client.Configuration> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = config();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw problems.oidcNotConfigured();
  // Plain HTTP is for an identity provider on this very machine only.
  const isLocal = ['127.0.0.1', 'localhost'].includes(new URL(OIDC_ISSUER).hostname);
  discovered ??= client
    .discovery(
      new URL(OIDC_ISSUER),
      OIDC_CLIENT_ID,
      OIDC_CLIENT_SECRET,
      undefined,
      isLocal ? { execute: [client.allowInsecureRequests] } : {},
    )
    .catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
  return discovered;
}

const redirectUri = () => new URL('/api/session/oidc/callback', config().PUBLIC_URL).href;

/** Where to send the browser: OpenID Connect authorization code flow with PKCE (RFC 7636), state and nonce. */
export async function depart(): Promise<{ url: string; departure: Departure }> {
  const departure = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(await provider(), {
    redirect_uri: redirectUri(),
    scope: 'openid profile',
    state: departure.state,
    nonce: departure.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(departure.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, departure };
}

/** Checks the answer of the provider and tells whose identity it proves. @throws Problem unknown-identity (403) */
export async function arrive(answerUrl: URL, { state, nonce, codeVerifier }: Departure): Promise<string> {
  const tokens = await client
    .authorizationCodeGrant(await provider(), answerUrl, {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
      expectedNonce: nonce,
    })
    .catch((error: Error) => {
      throw problems.unknownIdentity({ detail: error.message });
    });
  const subject = tokens.claims()?.sub;
  if (!subject) throw problems.unknownIdentity();
  return subject;
}
