import request, { type Test } from 'supertest';
import type { House } from './house.ts';

/** A signed-in person with a browser's manners: cookie and CSRF token with every request. */
export interface Person {
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body?: object): Test;
  delete(path: string): Test;
  /** Drops files on the intake, as a browser's form does. */
  drop(path: string, files: { name: string; content: Uint8Array }[]): Test;
}

/** Signs in over HTTP, with the demonstration password unless told another. */
export async function signIn(house: House, username: string, password = 'aprite-demo'): Promise<Person> {
  const http = house.api.getHttpServer();
  const signedIn = await request(http).post('/api/session').send({ username, password }).expect(204);
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
  const { csrfToken } = (await request(http).get('/api/session').set('cookie', cookie).expect(200)).body;
  const dressed = (test: Test) => test.set('cookie', cookie).set('x-csrf-token', csrfToken);
  return {
    get: (path) => dressed(request(http).get(path)),
    post: (path, body = {}) => dressed(request(http).post(path)).send(body),
    put: (path, body = {}) => dressed(request(http).put(path)).send(body),
    delete: (path) => dressed(request(http).delete(path)),
    drop: (path, files) =>
      files.reduce(
        (test, { name, content }) => test.attach('files', Buffer.from(content), name),
        dressed(request(http).post(path)),
      ),
  };
}

/** The headers of signed-in people, each signed in once: `http().get(path).set(await as('lietvede'))`. */
export function sessionsOf(house: () => House): (username: string) => Promise<Record<string, string>> {
  const sessions = new Map<string, Promise<Record<string, string>>>();
  const open = async (username: string) => {
    const http = house().api.getHttpServer();
    const signedIn = await request(http).post('/api/session').send({ username, password: 'aprite-demo' }).expect(204);
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    const { csrfToken } = (await request(http).get('/api/session').set('cookie', cookie).expect(200)).body;
    return { cookie, 'x-csrf-token': csrfToken as string };
  };
  return (username) => {
    const session = sessions.get(username) ?? open(username);
    sessions.set(username, session);
    return session;
  };
}
