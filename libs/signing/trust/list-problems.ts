import type { Text } from '#kernel';
import type { TrustedListError } from '#signatures';

/** Why a list is not used, or not newer: what it means and what to do, for an administrator. */
export const LIST_PROBLEMS: Record<TrustedListError['code'], Text> = {
  unreachable: {
    lv: 'Adrese neatbild. Lieto pēdējo ielādēto sarakstu, ja tāds ir; ja tas ieilgst, pārbaudiet adresi un servera piekļuvi tīklam.',
    en: 'The address does not answer. The last loaded list serves, if there is one; if this lasts, check the address and the server’s access to the network.',
  },
  'not-a-list': {
    lv: 'Šajā adresē nav uzticamā saraksta. Pārbaudiet adresi.',
    en: 'There is no trusted list at this address. Check the address.',
  },
  signature: {
    lv: 'Saraksta paraksts nav derīgs: tas ir bojāts vai mainīts. Jauno sarakstu nelieto; lieto iepriekšējo, ja tāds ir.',
    en: 'The signature of the list is not valid: it was damaged or changed. It is not used; the former one is, when there is one.',
  },
  signer: {
    lv: 'Sarakstu parakstījis kāds, kam tas nav atļauts. Ja parakstītāja sertifikāts ir nomainīts, salīdziniet to ar oficiālo publikāciju un pievienojiet avotu no jauna.',
    en: 'The list is signed by somebody who may not. If its signer’s certificate was replaced, compare it with the official publication and add the source anew.',
  },
  expired: {
    lv: 'Saraksta termiņš ir beidzies, un jaunāks nav saņemts. Tā pakalpojumiem neuzticas, kamēr nebūs jauns saraksts.',
    en: 'The list is past its next update and no newer one came. Its services are not trusted until there is a new list.',
  },
  older: {
    lv: 'Adrese deva vecāku sarakstu nekā jau ielādētais. Lieto jaunāko.',
    en: 'The address gave an older list than the one loaded before. The newer one is used.',
  },
  absent: { lv: 'Saraksts vēl nav ielādēts.', en: 'The list has not been loaded yet.' },
};
