import { defineProblems } from '#kernel';

export const problems = defineProblems({
  certificateUnreadable: {
    status: 422,
    lv: 'Šajā datnē vai tekstā nav sertifikāta. Der PEM (BEGIN CERTIFICATE) vai DER datne.',
    en: 'There is no certificate in this file or text. PEM (BEGIN CERTIFICATE) or a DER file will do.',
  },
  sourceKnownAlready: {
    status: 409,
    lv: 'Šis avots jau ir pievienots.',
    en: 'This source has been added already.',
  },
});
