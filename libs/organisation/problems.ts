import { defineProblems } from '#kernel';

export const problems = defineProblems({
  wrongCredentials: {
    status: 401,
    lv: 'Lietotājvārds vai parole nav pareiza.',
    en: 'The user name or the password is wrong.',
  },
  accountLocked: {
    status: 423,
    lv: 'Pēc vairākiem neveiksmīgiem mēģinājumiem konts uz laiku ir slēgts.',
    en: 'After several failed attempts the account is locked for a while.',
  },
  signInNeeded: { status: 401, lv: 'Lūdzu, pierakstieties.', en: 'Please sign in.' },
  csrfTokenMissing: {
    status: 403,
    lv: 'Pieprasījums nenāk no Jūsu lapas. Pārlādējiet to un mēģiniet vēlreiz.',
    en: 'The request does not come from your page. Reload it and try again.',
  },
  oidcNotConfigured: {
    status: 404,
    lv: 'Identitātes sniedzējs nav iestatīts.',
    en: 'No identity provider is configured.',
  },
  unknownIdentity: {
    status: 403,
    lv: 'Šai identitātei nav konta sistēmā. Vērsieties pie administratora.',
    en: 'This identity has no account here. Ask your administrator.',
  },
});
