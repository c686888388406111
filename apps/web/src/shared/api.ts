import { connection } from './connection.ts';

/** RFC 9457 problem details as the API sends them; `title` is already in the user's language. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  errors?: { pointer: string; detail: string }[];
  requestId?: string;
  [extension: string]: unknown;
}

/** The API refused. `kind` is the last part of the problem's type: 'not-your-step'. */
export class ProblemError extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.title);
  }
  get kind(): string {
    return this.problem.type.replace('/problems/', '');
  }
}

/** The server could not be reached; nothing was sent, or nobody knows. */
export class ConnectionLost extends Error {}

let csrfToken = '';
let onSignedOut = () => {};

/** The session tells its token here; every change carries it. */
export const useToken = (token: string) => {
  csrfToken = token;
};

/** Called when the API says that nobody is signed in any more. */
export const whenSignedOut = (listener: () => void) => {
  onSignedOut = listener;
};

async function request<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  };
  if (method !== 'GET') headers['x-csrf-token'] = csrfToken;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const content = body === undefined ? undefined : isForm ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: content, signal, credentials: 'same-origin' });
  } catch (error) {
    if (signal?.aborted) throw error;
    connection.lost();
    throw new ConnectionLost(String(error));
  }
  if ([502, 503, 504].includes(response.status) && !isProblem(response)) {
    connection.lost();
    throw new ConnectionLost(`HTTP ${response.status}`);
  }
  connection.found();
  if (response.ok)
    return (response.headers.get('content-type')?.includes('json') ? await response.json() : undefined) as T;
  const problem = await readProblem(response);
  if (problem.status === 401 && problem.type === '/problems/sign-in-needed') onSignedOut();
  throw new ProblemError(problem);
}

const isProblem = (response: Response) => response.headers.get('content-type')?.includes('problem+json') ?? false;

async function readProblem(response: Response): Promise<ProblemDetails> {
  if (isProblem(response)) return (await response.json()) as ProblemDetails;
  const isLatvian = document.documentElement.lang === 'lv';
  return {
    type: '/problems/internal-error',
    title: isLatvian
      ? 'Serveris atbildēja neparedzēti. Mēģiniet vēlreiz.'
      : 'The server gave an unexpected answer. Please try again.',
    status: response.status,
  };
}

/** Reads: `get<DocumentCard>('/api/documents/…')`. @throws ProblemError, ConnectionLost */
export const get = <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, undefined, signal);

/** Acts; a `FormData` body goes as multipart, anything else as JSON. @throws ProblemError, ConnectionLost */
export const post = <T = void>(path: string, body?: unknown) => request<T>('POST', path, body);
export const put = <T = void>(path: string, body?: unknown) => request<T>('PUT', path, body);
export const patch = <T = void>(path: string, body?: unknown) => request<T>('PATCH', path, body);
export const del = <T = void>(path: string, body?: unknown) => request<T>('DELETE', path, body);

/** '/api/documents' and { register: 'SD', kind: undefined } → '/api/documents?register=SD'. */
export function withQuery(path: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const parts = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return parts.length ? `${path}?${new URLSearchParams(parts.map(([name, value]) => [name, String(value)]))}` : path;
}
