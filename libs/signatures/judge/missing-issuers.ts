import type { Fetcher } from '../network.ts';
import { certificatesOfFile, readCertificates, type Certificate } from '../x509/certificate.ts';
import { buildChain, type Chain } from '../x509/chain.ts';

/** Follows "CA Issuers" addresses (RFC 5280 §4.2.2.1) upwards, at most three steps, when a path lacks certificates. */
export async function completeChain(
  certificate: Certificate,
  pool: Certificate[],
  anchors: Certificate[],
  at: Date,
  fetcher: Fetcher | undefined,
): Promise<Chain | undefined> {
  if (!fetcher || anchors.length === 0) return undefined;
  const known = [...pool];
  let current = certificate;
  for (let step = 0; step < 3; step++) {
    const [url] = current.issuerUrls;
    if (!url) return undefined;
    try {
      const [issuer] = readCertificates(certificatesOfFile(await fetcher(url, { limit: 1 << 18 })));
      if (!issuer) return undefined;
      known.push((current = issuer));
    } catch {
      return undefined;
    }
    const chain = buildChain(certificate, known, anchors, at);
    if (chain) return chain;
  }
  return undefined;
}
