import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cachingFetcher, FetchError, fetcherAllowing, fetchPublic, hostOf, isInsideAddress } from './network.ts';

let server: Server;
let base: string;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === '/moved') response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
    else if (request.url === '/renamed') response.writeHead(301, { location: '/' }).end();
    else if (request.url === '/circle') response.writeHead(302, { location: '/circle' }).end();
    else if (request.url === '/large') response.end(Buffer.alloc(2000));
    else response.end('labi');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('fetching evidence', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fec0::1',
    '64:ff9b:1::7f00:1',
    '2001:0:1::1',
  ])('knows %s as the own network', (address) => {
    expect(isInsideAddress(address)).toBe(true);
  });
  it.each(['8.8.8.8', '195.122.0.1', '2001:4860:4860::8888'])('knows %s as public', (address) => {
    expect(isInsideAddress(address)).toBe(false);
  });

  it('does not reach into the own network on a document’s word, by whatever spelling', async () => {
    const port = new URL(base).port;
    const before = asked;
    for (const url of [
      base,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.1:${port}/`,
    ]) {
      await expect(fetchPublic(url)).rejects.toThrow(FetchError);
    }
    for (const url of ['file:///etc/passwd', 'ftp://example.org/', 'gopher://x', ''])
      await expect(fetchPublic(url)).rejects.toThrow(FetchError);
    expect(asked).toBe(before);
  });

  it('reaches hosts that were named, checks every redirect and takes no more than the limit', async () => {
    const fetcher = fetcherAllowing([hostOf(base)]);
    expect(Buffer.from(await fetcher(base)).toString()).toBe('labi');
    expect(Buffer.from(await fetcher(`${base}/renamed`)).toString()).toBe('labi');
    await expect(fetcher(`${base}/moved`)).rejects.toThrow(/own network/);
    await expect(fetcher(`${base}/circle`)).rejects.toThrow(/redirects/);
    await expect(fetcher(`${base}/renamed`, { body: Buffer.from('x') })).rejects.toThrow(/301/);
    await expect(fetcher(`${base}/large`, { limit: 1000 })).rejects.toThrow(/large/);
  });

  it('remembers answers, but not failures', async () => {
    const fetcher = cachingFetcher(fetcherAllowing([hostOf(base)]));
    const before = asked;
    await fetcher(base);
    await fetcher(base);
    expect(asked).toBe(before + 1);
    await expect(fetcher(`${base}/moved`)).rejects.toThrow();
    await expect(fetcher(`${base}/moved`)).rejects.toThrow();
    expect(asked).toBe(before + 3);
  });
});
