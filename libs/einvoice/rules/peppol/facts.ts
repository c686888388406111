import { normalise } from '../../xml/find.ts';
import type { Place } from '../place.ts';

/** The official pattern; its points stand for any character. */
const process = /urn:fdc:peppol.eu:2017:poacc:billing:[0-9]{2}:1.0/;

const processOf = (place: Place): string =>
  place.document.once('process', () => {
    const path =
      place.document.syntax === 'UBL'
        ? '/cbc:ProfileID'
        : '/rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID';
    return normalise(place.text(path));
  });

export function isKnownProcess(place: Place): boolean {
  return process.test(processOf(place));
}

/** The number of the process is what follows the sixth colon. */
export function isProcess01(place: Place): boolean {
  return isKnownProcess(place) && processOf(place).split(':')[6] === '01';
}

/** Some rules make an exception when both parties are German. */
export function betweenGermans(place: Place): boolean {
  return place.document.once('between Germans', () =>
    ['cac:AccountingSupplierParty', 'cac:AccountingCustomerParty'].every((party) => {
      const country = place.text(`/${party}/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode`);
      return normalise(country).toUpperCase() === 'DE';
    }),
  );
}
