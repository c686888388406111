import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Fetcher } from '../network.ts';
import type { Certificate } from '../x509/certificate.ts';
import { isExpired, readTrustedList, TrustedListError, type ListPointer, type TrustedList } from './trusted-list.ts';
import type { Trust } from './trust.ts';

/** The European Commission's list of lists. */
export const EU_LOTL = 'https://ec.europa.eu/tools/lotl/eu-lotl.xml';

export interface ListOptions {
  /** Address of the list of lists. */
  lotl: string;
  /** Who may sign it, from the Official Journal; pivots lead on from there. */
  signers: Certificate[];
  fetcher: Fetcher;
  /** Two-letter territories; all when absent. */
  territories?: string[];
  /** Where verified lists are kept for times without a network. */
  cache?: string;
  /** Only from the cache. */
  offline?: boolean;
  now?: Date;
}

const MOST_BYTES = 30 * 2 ** 20;
const MOST_PIVOTS = 30;

/**
 * Loads the list of lists and the national lists that it names (TS 119 615 §4.1–4.3). A list that cannot be fetched comes
 * from the cache; one with a wrong signature or past its next update is not used, and the warnings say so.
 */
export async function loadTrustedLists(options: ListOptions): Promise<Trust> {
  const { lotl, now = new Date(), territories } = options;
  const warnings: string[] = [];
  const list = await loadLotl(options);
  if (isExpired(list, now)) warnings.push(`${lotl}: past its next update`);
  const pointers = list.pointers.filter(
    ({ territory, type, url }) =>
      type === 'EUgeneric' &&
      /\.(?:xml|xtsl)$|\/[^./]*$/i.test(url) &&
      (!territories || territories.includes(territory)),
  );
  const lists = await Promise.all(
    pointers.map(async (pointer) => {
      try {
        const national = await loadNational(pointer, options);
        if (!isExpired(national, now)) return [national];
        warnings.push(`${pointer.territory}: trusted list past its next update`);
      } catch (error) {
        warnings.push(`${pointer.territory}: ${(error as Error).message}`);
      }
      return [];
    }),
  );
  return { anchors: [], services: lists.flat().flatMap(({ services }) => services), warnings };
}

async function loadNational({ url, signers }: ListPointer, options: ListOptions): Promise<TrustedList> {
  return obtain(url, options, (bytes) => readTrustedList(bytes, signers));
}

/**
 * The list of lists, accepted by the given signers or by those whom the chain of pivots introduces: each pivot, oldest
 * first, must be signed by someone accepted before it, and names who is accepted after (TS 119 615 §4.2.4).
 */
async function loadLotl(options: ListOptions): Promise<TrustedList> {
  const { lotl, signers } = options;
  return obtain(lotl, options, async (bytes) => {
    const list = readTrustedList(bytes);
    let accepted = signers;
    for (const url of list.pivots.slice(0, MOST_PIVOTS).toReversed()) {
      if (accepted.some(({ id }) => id === list.signer.id)) break;
      const current = accepted;
      const pivot = await obtain(url, options, (pivotBytes) => readTrustedList(pivotBytes, current));
      accepted = pivot.pointers.filter(({ type }) => type === 'EUlistofthelists').flatMap((pointer) => pointer.signers);
    }
    if (!accepted.some(({ id }) => id === list.signer.id))
      throw new TrustedListError('the list of lists is not signed by an accepted signer');
    return list;
  });
}

/** Fetches and checks; what passed goes to the cache, and the cache serves when fetching or checking fails. */
async function obtain(
  url: string,
  { fetcher, cache, offline }: ListOptions,
  check: (bytes: Uint8Array) => TrustedList | Promise<TrustedList>,
): Promise<TrustedList> {
  const file = cache && join(cache, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.xml`);
  let failure: unknown = new TrustedListError('not in the cache');
  if (!offline) {
    try {
      const bytes = await fetcher(url, { limit: MOST_BYTES });
      const list = await check(bytes);
      if (cache && file) {
        await mkdir(cache, { recursive: true });
        await writeFile(`${file}.new`, bytes);
        await rename(`${file}.new`, file);
      }
      return list;
    } catch (error) {
      failure = error;
    }
  }
  if (!file) throw failure;
  try {
    return await check(await readFile(file));
  } catch {
    throw failure;
  }
}
