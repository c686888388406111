import { normalise } from '../../xml/find.ts';
import type { Place } from '../place.ts';

const process = /urn:fdc:peppol\.eu:2017:poacc:billing:([0-9]{2}):1\.0/;

const processOf = (place: Place): string | undefined =>
  place.document.once('process', () => {
    const path =
      place.document.syntax === 'UBL'
        ? '/cbc:ProfileID'
        : '/rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID';
    return process.exec(normalise(place.text(path)))?.[1];
  });

export function isKnownProcess(place: Place): boolean {
  return processOf(place) !== undefined;
}

export function isProcess01(place: Place): boolean {
  return processOf(place) === '01';
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
