import { connect, type Socket } from 'node:net';

/** clamd refuses a longer stream by default (StreamMaxLength); what is larger is told as not scanned. */
const PATIENCE_MS = 60_000;
const CHUNK = 64 * 1024;

/**
 * Asks ClamAV's daemon about a file, by the command INSTREAM of its protocol (clamd(8)), and answers the name of what it found, or null.
 * @param address tcp://host:port or unix:/path
 * @throws Error when clamd does not answer, or could not scan this file (its own words)
 */
export async function scanForViruses(address: string, bytes: Uint8Array): Promise<string | null> {
  const { hostname, port, pathname, protocol } = new URL(address);
  const socket = protocol === 'unix:' ? connect(pathname) : connect(Number(port || 3310), hostname);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd does not answer')));
  const verdict = answerOf(socket);
  send(socket, bytes);
  const said = await verdict;
  if (said === 'stream: OK') return null;
  const [, virus] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  if (virus) return virus;
  throw new Error(`clamd could not scan: ${said}`);
}

/** Each chunk goes with its length before it, and an empty one ends the stream. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    socket.write(lengthOf(chunk));
    socket.write(chunk);
  }
  socket.write(lengthOf(new Uint8Array()));
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (said += part));
    // It may refuse and hang up while we still send: what it said counts more than how it went.
    socket.on('error', (error) => (said ? resolve(said.replaceAll('\0', '')) : reject(error)));
    socket.on('close', () => (said ? resolve(said.replaceAll('\0', '')) : reject(new Error('clamd said nothing'))));
  });
}
