import type { Tx } from '#kernel';
import { config } from '#platform';
import {
  cachingFetcher,
  fetcherAllowing,
  hostOf,
  type ExtensionLevel,
  type Fetcher,
  type TimestampService,
} from '#signatures';
import { institutionCode, signingSettings } from '../settings.ts';
import { demoAuthority } from './demo-authority.ts';

/** Up to which level is signed, and who is asked for time stamps and evidence. */
export interface SigningServices {
  readonly level: ExtensionLevel;
  readonly timestamp?: TimestampService;
  readonly fetcher: Fetcher;
}

/** The services of the actor's institution; without any, the demonstration has its own authority and signatures elsewhere stay at level B. */
export async function signingServices(tx: Tx): Promise<SigningServices> {
  const { timestampUrl, level, allowHosts } = await signingSettings(await institutionCode(tx));
  if (timestampUrl) {
    const fetcher = cachingFetcher(fetcherAllowing([hostOf(timestampUrl), ...allowHosts]));
    return { level, timestamp: timestampUrl, fetcher };
  }
  if (config().DEMO !== '1') return { level: 'B', fetcher: fetcherAllowing(allowHosts) };
  const authority = await demoAuthority();
  return { level, timestamp: authority.timestamp, fetcher: authority.fetcher };
}
