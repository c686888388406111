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
  accountDisabled: {
    status: 423,
    lv: 'Jūsu kontu ir slēdzis administrators. Vērsieties pie viņa.',
    en: 'An administrator has locked your account. Please ask them.',
  },
  usernameTaken: {
    status: 409,
    lv: 'Šāds lietotājvārds jau ir citam kontam. Izvēlieties citu.',
    en: 'Another account has this user name already. Choose another.',
  },
  unitCodeTaken: {
    status: 409,
    lv: 'Šāds kods jau ir citai struktūrvienībai. Izvēlieties citu.',
    en: 'Another unit has this code already. Choose another.',
  },
  unitInUse: {
    status: 409,
    lv: 'Pēc šīs dienas struktūrvienībā vēl ir cilvēki vai tai pakļautas struktūrvienības. Vispirms pārceliet cilvēkus un slēdziet pakļautās.',
    en: 'After this day the unit still has people or units below it. First move the people and close the units below.',
  },
  identifierTaken: {
    status: 409,
    lv: 'Šis personas kods jau ir piesaistīts citam cilvēkam iestādē. Vispirms noņemiet to tur.',
    en: 'This personal code is bound to another person here already. Remove it there first.',
  },
  identifierOfAnother: {
    status: 422,
    lv: 'Sertifikātā nav tā personas koda, kas piesaistīts Jums; vārds var sakrist arī diviem cilvēkiem. Parakstiet ar savu parakstu. Ja Jūsu kods ir mainījies, lūdziet administratoram to nomainīt.',
    en: 'The certificate does not carry the personal code that is bound to you; two people may share a name. Sign with your own. If your code has changed, ask the administrator to change it.',
  },
  lastAdministrator: {
    status: 409,
    lv: 'Tad nepaliktu neviena, kas pārvalda sistēmu. Vispirms piešķiriet administratora lomu bez beigu termiņa kādam citam.',
    en: 'Nobody would be left to administer the system. First give somebody else the administrator’s role without an end date.',
  },
  invitationEnded: {
    status: 404,
    lv: 'Saite ir izlietota vai tās laiks ir beidzies. Lūdziet administratoram jaunu.',
    en: 'The link is spent or its time is over. Ask the administrator for a new one.',
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
