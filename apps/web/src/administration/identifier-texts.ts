import { defineTexts } from '../shared/text.ts';

export const useText = defineTexts(
  'identifier',
  {
    identifier: 'Personas kods parakstīšanai',
    'identifier.bound': 'piesaistīts',
    'identifier.none': 'nav piesaistīts',
    identifierBoundHint:
      'Parakstīt drīkst tikai ar sertifikātu, kurā ir šis kods. Pats kods sistēmā nav redzams: glabā tikai tā pārbaudes kopiju.',
    identifierNoneHint:
      'Pagaidām sertifikātu pazīst tikai pēc vārda un uzvārda. Ar pirmo parakstu tiks piesaistīts tajā norādītais kods; drošāk to ierakstīt jau tagad.',
    identifierFormat: 'Piemēram, 010180-12345; ārvalstnieka – ar veidu un valsti: PNOEE-38001085718',
    personalCode: 'Personas kods',
    newIdentifier: 'Jaunais personas kods',
    setIdentifier: 'Piesaistīt',
    changeIdentifier: 'Mainīt',
    removeIdentifier: 'Noņemt personas kodu',
    identifierSet: 'Personas kods piesaistīts',
    identifierRemoved: 'Personas kods noņemts',
  },
  {
    identifier: 'Personal code for signing',
    'identifier.bound': 'bound',
    'identifier.none': 'not bound',
    identifierBoundHint:
      'Only a certificate with this code may sign. The code itself cannot be seen: what is kept can only be compared with it.',
    identifierNoneHint:
      'For now a certificate is known by first and last name only. The first signature will bind the code in its certificate; it is safer to enter it now.',
    identifierFormat: 'For example 010180-12345; of a foreigner with kind and country: PNOEE-38001085718',
    personalCode: 'Personal code',
    newIdentifier: 'New personal code',
    setIdentifier: 'Bind',
    changeIdentifier: 'Change',
    removeIdentifier: 'Remove the personal code',
    identifierSet: 'Personal code bound',
    identifierRemoved: 'Personal code removed',
  },
);
