import { defineTexts } from '../shared/text.ts';

export const useText = defineTexts(
  'sign-in',
  {
    title: 'Pierakstīšanās',
    username: 'Lietotājvārds',
    password: 'Parole',
    signIn: 'Pierakstīties',
    withProvider: 'Pierakstīties ar identitātes sniedzēju',
    tagline: 'Pašvaldības dokumentu vadība',
    demonstration: 'Demonstrācijas konti',
    demonstrationHint: 'Visi cilvēki ir izdomāti. Izvēlieties kontu, un parole tiks ievadīta.',
    help: 'Ja nevarat pierakstīties, vērsieties pie savas iestādes administratora.',
    english: 'In English',
    latvian: 'Latviski',
  },
  {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    withProvider: 'Sign in with the identity provider',
    tagline: 'Document management for a municipality',
    demonstration: 'Demonstration accounts',
    demonstrationHint: 'All people are invented. Choose an account and the password is filled in.',
    help: 'If you cannot sign in, ask the administrator of your institution.',
    english: 'In English',
    latvian: 'Latviski',
  },
);
