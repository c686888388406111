/** A signed-in person who comes over the network to a house in other processes. */
export interface Visitor {
  readonly cookie: string;
  readonly csrfToken: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  upload(path: string, form: FormData): Promise<unknown>;
  /** Posts and gives the answer as it is, also a refusal. */
  send(path: string, body: object): Promise<Response>;
}

const json = { 'content-type': 'application/json' };

/** Signs in with the demonstration password. */
export async function signInOver(house: string, username: string): Promise<Visitor> {
  const signedIn = await fetch(`${house}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username, password: 'aprite-demo' }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const session = await fetch(`${house}/api/session`, { headers: { cookie } });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  return visitorWith(house, { cookie, csrfToken });
}

/** The same session at another address of the house. Every answer but 2xx is an error that tells the problem. */
export function visitorWith(house: string, { cookie, csrfToken }: Pick<Visitor, 'cookie' | 'csrfToken'>): Visitor {
  const headers = { cookie, 'x-csrf-token': csrfToken };
  const send = (path: string, body: object) =>
    fetch(house + path, { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify(body) });
  return {
    cookie,
    csrfToken,
    send,
    get: async (path) => read(await fetch(house + path, { headers })),
    post: async (path, body) => read(await send(path, body)),
    upload: async (path, form) => read(await fetch(house + path, { method: 'POST', headers, body: form })),
  };
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}
