import { z } from 'zod';
import { problems } from '../../problems.ts';

const LIMIT = 1 << 20;

/** The service's own error (CSC API v2 §10.1, RFC 6749 §5.2); its code decides what the person can do now. */
const ServiceError = z.object({ error: z.string(), error_description: z.string().optional() });

interface Question {
  readonly body: object | URLSearchParams;
  /** OAuth 2.0 access token, or the client's own name and secret. */
  readonly token?: string;
  readonly basic?: { id: string; secret: string };
  readonly patienceSeconds: number;
}

/**
 * One request to the service: JSON, or a form for the token endpoint.
 * @throws Problem wrong-code, trust-service-refused (422) with the service's own words, trust-service-unavailable (503)
 */
export async function ask<T>(
  url: string,
  answer: z.ZodType<T>,
  { body, token, basic, patienceSeconds }: Question,
): Promise<T> {
  const isForm = body instanceof URLSearchParams;
  const authorization = token ? `Bearer ${token}` : basic && `Basic ${basicOf(basic)}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      ...(authorization ? { authorization } : {}),
    },
    body: isForm ? body : JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceSeconds * 1000),
  }).catch((error: Error) => {
    throw problems.trustServiceUnavailable({ detail: error.name === 'TimeoutError' ? 'no answer in time' : '' });
  });
  const text = await limited(response);
  const said = text === '' ? {} : parse(text);
  if (!response.ok) {
    const refusal = ServiceError.safeParse(said);
    if (!refusal.success) throw problems.trustServiceUnavailable({ detail: `HTTP ${response.status}` });
    const { error, error_description: description } = refusal.data;
    const detail = [error, description].filter(Boolean).join(': ');
    if (response.status >= 500) throw problems.trustServiceUnavailable({ detail });
    if (error === 'invalid_pin' || error === 'invalid_otp') throw problems.wrongCode();
    throw problems.trustServiceRefused({ code: error, detail });
  }
  const read = answer.safeParse(said);
  if (!read.success)
    throw problems.trustServiceUnavailable({ detail: `unreadable answer: ${z.prettifyError(read.error)}` });
  return read.data;
}

/** RFC 6749 §2.3.1: both parts are form-encoded first. */
const basicOf = ({ id, secret }: { id: string; secret: string }) =>
  Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');

async function limited(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > LIMIT) throw new Error('answer too large');
      parts.push(part);
    }
  } catch (error) {
    throw problems.trustServiceUnavailable({ detail: (error as Error).message });
  }
  return Buffer.concat(parts).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
