import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Authority {
  /** PEM of the authority's own certificate. */
  readonly certificate: string;
  /** A certificate and key for a server of this machine, in PEM. */
  issue(): { cert: string; key: string };
}

/** A certificate authority of a municipality's own network, made for one test by OpenSSL in this folder. */
export function makeAuthority(folder: string, name: string): Authority {
  let issued = 0;
  const make = (file: string, ...options: string[]) => {
    const [cert, key] = [join(folder, `${file}.pem`), join(folder, `${file}.key`)];
    const pair = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', key, '-out', cert];
    execFileSync(process.env['APRITE_OPENSSL']!, ['req', '-x509', '-days', '2', ...pair, ...options], {
      stdio: 'ignore',
    });
    return { cert, key };
  };
  const authority = make(name, '-subj', `/CN=${name}`);
  return {
    certificate: readFileSync(authority.cert, 'utf8'),
    issue() {
      const signed = ['-CA', authority.cert, '-CAkey', authority.key, '-subj', '/CN=127.0.0.1'];
      const of = ['-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'basicConstraints=critical,CA:false'];
      const { cert, key } = make(`${name}-${++issued}`, ...signed, ...of);
      return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
    },
  };
}
