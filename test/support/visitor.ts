/** A signed-in person who comes over the network to a house in other processes. */
export interface Visitor {
  readonly cookie: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
}

/** Signs in with the demonstration password. Every answer but 2xx is an error that tells the problem. */
export async function signInOver(house: string, username: string): Promise<Visitor> {
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${house}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username, password: 'aprite-demo' }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ask = async (path: string, init?: RequestInit, headers: Record<string, string> = {}): Promise<unknown> => {
    const answer = await fetch(house + path, { ...init, headers: { cookie, ...headers } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  const { csrfToken } = (await ask('/api/session')) as { csrfToken: string };
  return {
    cookie,
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, { method: 'POST', body: JSON.stringify(body) }, { ...json, 'x-csrf-token': csrfToken }),
  };
}
