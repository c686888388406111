import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Fetches evidence (time stamps, OCSP, CRL, certificates, lists). Injectable, so that tests and caches take its place. */
export type Fetcher = (
  url: string,
  ask?: { body?: Uint8Array; contentType?: string; limit?: number },
) => Promise<Uint8Array>;

export class FetchError extends Error {
  constructor(
    message: string,
    /** Nobody answered; otherwise the answer is not what was asked for, or the address may not be asked at all. */
    readonly isSilence = false,
  ) {
    super(message);
  }
}

const LIMIT = 10 * 1024 * 1024;
const PATIENCE_MS = 15_000;
const MOST_REDIRECTS = 3;

const inside = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 96],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  inside.addSubnet(net, prefix, 'ipv6');
}
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** True for loopback, private, link-local, multicast and translated addresses: never asked on a document's word. */
export function isInsideAddress(address: string): boolean {
  const v4 = mapped.exec(address)?.[1] ?? address;
  return isIPv6(v4) ? /^::ffff:/i.test(v4) || inside.check(v4, 'ipv6') : inside.check(v4, 'ipv4');
}

/**
 * Fetches over HTTP(S) from public addresses, and from the hosts (`name:port`) that the administrator named: a TSA or OCSP
 * proxy in the own network. The address that was checked is the one connected to, so a name cannot change its meaning in
 * between; a redirect is a new address and checked as one; size, time and the number of redirects are limited.
 * @throws FetchError
 */
export function fetcherAllowing(hosts: Iterable<string> = []): Fetcher {
  const allowed = new Set(hosts);
  return (url, ask) => fetchFrom(url, ask, (address) => allowed.has(hostOf(address)));
}

/** `name:port` of an address, the port always written. */
export function hostOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

export const fetchPublic: Fetcher = fetcherAllowing();

/** For addresses that come from the configuration, never from a document. */
export const fetchConfigured: Fetcher = (url, ask) => fetchFrom(url, ask, () => true);

/** Remembers answers to plain GET requests (lists of revoked certificates, issuers) for a while. */
export function cachingFetcher(fetcher: Fetcher, maxAgeMs = 3_600_000, most = 500): Fetcher {
  const known = new Map<string, { at: number; answer: Promise<Uint8Array> }>();
  return (url, ask) => {
    if (ask?.body) return fetcher(url, ask);
    const former = known.get(url);
    if (former && Date.now() - former.at < maxAgeMs) return former.answer;
    const answer = fetcher(url, ask);
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(url, { at: Date.now(), answer });
    answer.catch(() => known.delete(url));
    return answer;
  };
}

type Ask = NonNullable<Parameters<Fetcher>[1]>;

/** Time runs over all steps together: the name, the connection, redirects, the last byte. */
async function fetchFrom(url: string, ask: Ask = {}, isOwn: (url: string) => boolean): Promise<Uint8Array> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  let next = url;
  for (let left = MOST_REDIRECTS; left >= 0; left--) {
    const answer = await askOnce(next, ask, isOwn(next), late);
    if (!('location' in answer)) return answer;
    next = answer.location;
  }
  throw new FetchError(`too many redirects: ${url}`);
}

const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** The address to connect to, checked. */
async function addressOf(target: URL, isOwn: boolean, late: AbortSignal): Promise<string> {
  const host = bareHost(target);
  const address = isIP(host) ? host : await lookUp(host, late);
  if (!isOwn && isInsideAddress(address)) throw new FetchError(`not fetched from the own network: ${target.href}`);
  return address;
}

/** The operating system's resolver knows no patience of ours. */
function lookUp(host: string, late: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new FetchError(`name not found: ${host}`, true));
    late.addEventListener('abort', fail, { once: true });
    lookup(host).then(({ address }) => resolve(address), fail);
  });
}

async function askOnce(
  url: string,
  { body, contentType, limit = LIMIT }: Ask,
  isOwn: boolean,
  late: AbortSignal,
): Promise<Uint8Array | { location: string }> {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (!target || (target.protocol !== 'http:' && target.protocol !== 'https:'))
    throw new FetchError(`not fetched: ${url}`);
  const address = await addressOf(target, isOwn, late);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const fail = (why: string, isSilence = false): void => {
      request.destroy();
      reject(new FetchError(`${why}: ${url}`, isSilence));
    };
    const request = send(
      {
        host: address,
        servername: isIP(bareHost(target)) ? undefined : target.hostname,
        port: target.port || undefined,
        path: target.pathname + target.search,
        method: body ? 'POST' : 'GET',
        signal: late,
        headers: {
          host: target.host,
          ...(body ? { 'content-type': contentType ?? 'application/octet-stream', 'content-length': body.length } : {}),
        },
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        const moved = !body && [301, 302, 303, 307, 308].includes(statusCode) && headers.location;
        if (moved && URL.canParse(moved, url)) {
          request.destroy();
          return resolve({ location: new URL(moved, url).href });
        }
        if (statusCode !== 200) return fail(`HTTP ${statusCode}`);
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > limit) return fail('answer too large');
          pieces.push(piece);
        });
        response.on('end', () => resolve(Buffer.concat(pieces)));
        response.on('error', () => fail('broken answer', true));
      },
    );
    request.on('error', () => fail(late.aborted ? 'no answer in time' : 'not reachable', true));
    request.end(body);
  });
}
