import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's second recommended setting for argon2id (RFC 9106): 19 MiB, two passes, one lane. */
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

/** Hash of a password as the PHC string `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...COST });
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(nonce)}$${text(tag)}`;
}

/** Whether the password is the one behind the PHC string. Takes the same time for a missing hash: names cannot be guessed by the clock. */
export async function passwordMatches(password: string, phc: string | null): Promise<boolean> {
  const [, , , cost = '', salt = '', hash = ''] = (phc ?? ABSENT).split('$');
  const number = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(cost)?.[1]);
  const expected = Buffer.from(hash, 'base64');
  const tag = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: number('m'),
    passes: number('t'),
    parallelism: number('p'),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected) && phc !== null;
}

const ABSENT = `$argon2id$v=19$m=19456,t=2,p=1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;
