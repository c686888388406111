import { FetchError, type Fetcher } from '../network.ts';
import type { Certificate } from '../x509/certificate.ts';
import { isExpired, readTrustedList, TrustedListError, type ListPointer, type TrustedList } from './trusted-list.ts';
import type { Trust } from './trust.ts';

/** The European Commission's list of lists. */
export const EU_LOTL = 'https://ec.europa.eu/tools/lotl/eu-lotl.xml';

/** Where verified lists are kept for times without a network. */
export interface ListStore {
  read(url: string): Promise<Uint8Array | undefined>;
  write(url: string, bytes: Uint8Array, list: TrustedList): Promise<void>;
}

export interface ListOptions {
  /** Address of the list of lists, or of a national list that is trusted by itself. */
  url: string;
  /** Who may sign it: for the list of lists from the Official Journal, where pivots lead on. None: whoever signs it first. */
  signers: Certificate[] | undefined;
  fetcher: Fetcher;
  /** Two-letter territories; all when absent. */
  territories?: string[] | undefined;
  store?: ListStore;
  /** Only from the store. */
  offline?: boolean;
  now?: Date;
}

/** What became of one list. */
export interface LoadedList {
  url: string;
  territory: string;
  /** Its signature holds; from the network, or kept from before. Absent when there is none such. */
  list?: TrustedList;
  /** Within its time: only then its services count (TS 119 615 §4.1.4). */
  isUsable: boolean;
  /** Why the network gave nothing better, or why the list is not used. */
  problem?: TrustedListError;
}

const MOST_BYTES = 30 * 2 ** 20;
const MOST_PIVOTS = 30;
const MOST_LISTS = 100;

/**
 * Loads a list; when it is a list of lists, also the national lists that it names (TS 119 615 §4.1–4.3). A list that cannot be
 * fetched comes from the store; one with a wrong signature, past its next update or older than the one kept is not used.
 * Never throws for what a list is; the first answer is the list asked for.
 */
export async function loadTrustedLists(options: ListOptions): Promise<LoadedList[]> {
  const { url, signers, territories, now = new Date() } = options;
  const first = await obtain(url, options, (bytes) =>
    signers ? readSignedBy(bytes, signers, options) : readTrustedList(bytes),
  );
  const loaded = [stateOf(url, '', first, now)];
  const pointers = (first.list?.pointers ?? [])
    .filter(({ type, url: address }) => type === 'EUgeneric' && /\.(?:xml|xtsl)$|\/[^./]*$/i.test(address))
    .filter(({ territory }) => !territories?.length || territories.includes(territory))
    .slice(0, MOST_LISTS);
  for (const pointer of pointers) loaded.push(await loadNational(pointer, options, now));
  return loaded;
}

async function loadNational(pointer: ListPointer, options: ListOptions, now: Date): Promise<LoadedList> {
  const { url, territory, signers } = pointer;
  return stateOf(url, territory, await obtain(url, options, (bytes) => readTrustedList(bytes, signers)), now);
}

function stateOf(url: string, territory: string, { list, problem }: Obtained, now: Date): LoadedList {
  const known = { url, territory: list?.territory ?? territory };
  if (!list) return { ...known, isUsable: false, problem: problem! };
  const isUsable = !isExpired(list, now);
  const why = isUsable ? problem : new TrustedListError('expired', 'past its next update');
  return { ...known, list, isUsable, ...(why ? { problem: why } : {}) };
}

/** The services of all lists that may be used, with a warning for each that may not. */
export const trustOfLists = (lists: LoadedList[]): Trust => ({
  anchors: [],
  services: lists.flatMap(({ list, isUsable }) => (isUsable ? list!.services : [])),
  warnings: lists.flatMap(({ territory, url, problem }) =>
    problem ? [`${territory || url}: ${problem.message}`] : [],
  ),
});

/**
 * The list of lists, accepted by the given signers or by those whom the chain of pivots introduces: each pivot, oldest
 * first, must be signed by someone accepted before it, and names who is accepted after (TS 119 615 §4.2.4).
 */
async function readSignedBy(bytes: Uint8Array, signers: Certificate[], options: ListOptions): Promise<TrustedList> {
  const list = readTrustedList(bytes);
  let accepted = signers;
  for (const url of list.pivots.slice(0, MOST_PIVOTS).toReversed()) {
    if (accepted.some(({ id }) => id === list.signer.id)) break;
    const current = accepted;
    const pivot = await obtain(url, options, async (pivotBytes) => readTrustedList(pivotBytes, current));
    if (!pivot.list) throw pivot.problem!;
    accepted = pivot.list.pointers
      .filter(({ type }) => type === 'EUlistofthelists')
      .flatMap((pointer) => pointer.signers);
  }
  if (!accepted.some(({ id }) => id === list.signer.id))
    throw new TrustedListError('signer', 'the list is not signed by an accepted signer');
  return list;
}

interface Obtained {
  list?: TrustedList;
  problem?: TrustedListError;
}

/** Fetches and checks; what passed goes to the store, and the store serves when fetching or checking fails. */
async function obtain(
  url: string,
  { fetcher, store, offline }: ListOptions,
  check: (bytes: Uint8Array) => TrustedList | Promise<TrustedList>,
): Promise<Obtained> {
  const keptBytes = await store?.read(url);
  const kept = keptBytes && (await attempt(async () => check(keptBytes)));
  if (offline) return kept?.value ? { list: kept.value } : { problem: kept?.problem ?? absent() };
  const fetched = await attempt(async () => {
    const bytes = await fetcher(url, { limit: MOST_BYTES });
    const list = await check(bytes);
    if (kept?.value && list.sequence < kept.value.sequence)
      throw new TrustedListError('older', `number ${list.sequence} after ${kept.value.sequence}`);
    await store?.write(url, bytes, list);
    return list;
  });
  const list = fetched.value ?? kept?.value;
  return { ...(list ? { list } : {}), ...(fetched.problem ? { problem: fetched.problem } : {}) };
}

const absent = (): TrustedListError => new TrustedListError('absent', 'not loaded yet');

/** What goes wrong with a list is an answer; anything else is a fault of ours. */
async function attempt(what: () => Promise<TrustedList>): Promise<{ value?: TrustedList; problem?: TrustedListError }> {
  try {
    return { value: await what() };
  } catch (error) {
    if (error instanceof TrustedListError) return { problem: error };
    if (error instanceof FetchError) return { problem: new TrustedListError('unreachable', error.message) };
    throw error;
  }
}
