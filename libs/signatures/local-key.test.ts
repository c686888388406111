import { generateKeyPairSync } from 'node:crypto';
import * as der from './asn1/der.ts';
import * as w from './asn1/write.ts';
import { createDemoAuthority, KeyFileError, openPkcs12 } from './index.ts';
import { writePkcs12 } from './testing/pkcs12.ts';

describe('PKCS#12', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [certificate] = createDemoAuthority().anchors;

  it('that asks for more rounds of derivation than anybody needs is refused at once', () => {
    const whole = writePkcs12(privateKey, [certificate!], 'parole');
    const [version, safes, mac] = der.sequenceOf(der.readWhole(whole)).map((one) => Buffer.from(der.rawOf(one)));
    const [digest, salt] = der.sequenceOf(der.readWhole(mac!)).map((one) => Buffer.from(der.rawOf(one)));
    const slow = w.sequence(version!, safes!, w.sequence(digest!, salt!, w.integer(2 ** 31 - 1)));
    expect(() => openPkcs12(slow, 'parole')).toThrow('too many rounds');
    expect(() => openPkcs12(whole, 'parole')).toThrow('No certificate belongs to the private key');
    expect(() => openPkcs12(whole, 'cita')).toThrow(KeyFileError);
  });
});
