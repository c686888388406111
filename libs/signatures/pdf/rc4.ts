/** RC4, which older encrypted documents need and OpenSSL no longer offers. Encrypting and decrypting are the same. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number): void => void ([state[a], state[b]] = [state[b]!, state[a]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  const out = Buffer.alloc(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at++) {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    const [a, b] = [state[i]!, state[j]!];
    state[i] = b;
    state[j] = a;
    out[at] = data[at]! ^ state[(a + b) & 255]!;
  }
  return out;
}
