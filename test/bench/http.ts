import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A signed-in caller over kept-alive connections; it throws on anything but success. */
export class Caller {
  private cookie = '';
  private csrf = '';

  constructor(private readonly url: string) {}

  async signIn(username: string): Promise<this> {
    const { headers } = await this.call('POST', '/api/session', { username, password: 'aprite-demo' });
    this.cookie = String(headers['set-cookie']).split(';')[0]!;
    this.csrf = (JSON.parse((await this.call('GET', '/api/session')).body) as { csrfToken: string }).csrfToken;
    return this;
  }

  call(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ headers: NodeJS.Dict<string | string[]>; body: string }> {
    return new Promise((resolve, reject) => {
      const payload = body ? JSON.stringify(body) : undefined;
      const headers = {
        cookie: this.cookie,
        'x-csrf-token': this.csrf,
        ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
      };
      const sent = request(`${this.url}${path}`, { method, agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if ((response.statusCode ?? 500) >= 400)
            reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 500)}`));
          else resolve({ headers: response.headers, body: text });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }
}
