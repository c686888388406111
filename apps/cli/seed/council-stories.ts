import type { DraftInput, SpeechInput } from '#council/contract';

/** A councillor by number: 0 is the chair of the council, 1–14 are deputats2–deputats15 in alphabetical order. */
export type Who = number;

export interface DraftStory {
  readonly title: string;
  /** User names of who prepared it, who reports and who executes. */
  readonly author: string;
  readonly reporter: string;
  readonly executor: string;
  readonly committees: readonly string[];
  readonly fields: Pick<
    DraftInput,
    'summary' | 'legalBasis' | 'funding' | 'grounds' | 'points' | 'decisionKind' | 'recipients'
  >;
}

interface Speech extends Pick<SpeechInput, 'kind' | 'text'> {
  readonly who: Who | string;
  /** The vote on a proposal. */
  readonly vote?: Against;
}

interface Against {
  readonly against?: readonly Who[];
  readonly abstain?: readonly Who[];
}

export interface ItemStory extends DraftStory, Against {
  readonly opened: string;
  readonly voted: string;
  readonly speeches: readonly Speech[];
  readonly outcome?: 'noted';
  readonly closedBasis?: string;
  readonly conflict?: { who: Who; reason: string };
  readonly presence?: readonly { at: string; who: Who; status: 'in-person' | 'left'; reason?: string }[];
  readonly pause?: readonly [from: string, until: string];
}

export const FACTIONS = ['Parauga nākotnei', 'Kopā novadam', 'Stipri pagasti'];

export const COMMITTEES = [
  { code: 'FK', name: 'Finanšu komiteja', nameGenitive: 'Finanšu komitejas', members: [0, 1, 4, 8, 11] },
  {
    code: 'ATK',
    name: 'Attīstības un tautsaimniecības komiteja',
    nameGenitive: 'Attīstības un tautsaimniecības komitejas',
    members: [3, 2, 5, 7, 9, 13, 14],
  },
  {
    code: 'SIK',
    name: 'Sociālo, izglītības, kultūras un sporta jautājumu komiteja',
    nameGenitive: 'Sociālo, izglītības, kultūras un sporta jautājumu komitejas',
    members: [6, 2, 8, 10, 12],
  },
];

export const GUESTS = [
  { name: 'Andris Kalnmalis', office: 'izpilddirektors' },
  { name: 'Sanita Lejniece', office: 'Attīstības nodaļas vadītāja' },
  { name: 'Ruta Ķīse', office: 'galvenā grāmatvede' },
  { name: 'Mārtiņš Ozolnieks', office: 'jurists' },
];

export const ABSENT: Record<number, string> = { 7: 'slimības dēļ', 14: 'komandējums' };
/** Who comes when the sitting is on, and who takes part from afar. */
export const LATE = 5;
export const REMOTE = 8;

export const PAST: readonly ItemStory[] = [
  {
    title: 'Par nedzīvojamo telpu iznomāšanu Skolas ielā 4, Paraugā',
    author: 'vaditaja',
    reporter: 'vaditaja',
    executor: 'jurists',
    committees: ['ATK'],
    fields: {
      summary: 'Biedrība lūdz iznomāt telpas 86,4 m² platībā jauniešu nodarbībām.',
      legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu',
      funding: 'nav',
      grounds:
        'Pašvaldība ir saņēmusi biedrības „Testa jaunieši” iesniegumu ar lūgumu iznomāt nedzīvojamās telpas 86,4 m² platībā Skolas ielā 4, Paraugā, jauniešu nodarbību rīkošanai. Telpas pašvaldības funkciju veikšanai šobrīd nav nepieciešamas.',
      points: [
        'Iznomāt biedrībai „Testa jaunieši” nedzīvojamās telpas 86,4 m² platībā Skolas ielā 4, Paraugā, uz pieciem gadiem.',
        'Noteikt nomas maksu atbilstoši pašvaldības apstiprinātajam cenrādim.',
        'Juridiskajai nodaļai sagatavot nomas līgumu.',
      ],
      recipients: 'biedrībai „Testa jaunieši”',
    },
    opened: '10:10',
    voted: '10:17',
    conflict: { who: 6, reason: 'biedrības valdes locekle' },
    speeches: [
      {
        kind: 'report',
        who: '',
        text: 'biedrība lūdz iznomāt telpas 86,4 m² platībā jauniešu nodarbībām; telpas pašvaldības funkcijām šobrīd nav nepieciešamas',
      },
      { kind: 'question', who: 2, text: 'uz cik ilgu laiku paredzēts slēgt līgumu?' },
      { kind: 'answer', who: 'Sanita Lejniece', text: 'uz pieciem gadiem ar tiesībām termiņu pagarināt' },
    ],
    abstain: [13],
  },
  {
    title: 'Par finansējumu Parauga vidusskolas sporta laukuma atjaunošanai',
    author: 'galvena',
    reporter: 'galvena',
    executor: 'vaditaja',
    committees: ['FK', 'SIK'],
    fields: {
      summary: 'Sporta laukuma atjaunošanai nepieciešami 48 500 euro no līdzekļiem neparedzētiem gadījumiem.',
      legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu un likuma „Par pašvaldību budžetiem” 30. pantu',
      funding: 'Pašvaldības budžets, līdzekļi neparedzētiem gadījumiem, 48 500 euro',
      grounds:
        'Parauga vidusskolas sporta laukuma segums ir nolietojies, un tā turpmāka izmantošana nav droša. Atjaunošanas izmaksas saskaņā ar cenu aptauju ir 48 500 euro.',
      points: [
        'Piešķirt 48 500 euro Parauga vidusskolas sporta laukuma atjaunošanai no līdzekļiem neparedzētiem gadījumiem.',
        'Finanšu nodaļai sagatavot attiecīgus grozījumus budžetā.',
      ],
    },
    presence: [{ at: '10:19', who: LATE, status: 'in-person' }],
    opened: '10:18',
    voted: '10:44',
    speeches: [
      { kind: 'report', who: '', text: 'atjaunošanai nepieciešami 48 500 euro; Finanšu komiteja projektu atbalsta' },
      { kind: 'question', who: 11, text: 'vai ir saņemti vairāki piedāvājumi?' },
      { kind: 'answer', who: 'Ruta Ķīse', text: 'cenu aptaujā saņemti trīs piedāvājumi' },
      { kind: 'question', who: 4, text: 'kad darbi tiks pabeigti?' },
      { kind: 'answer', who: 'Sanita Lejniece', text: 'līdz nākamā mācību gada sākumam' },
      { kind: 'debate', who: 3, text: 'laukums ir vajadzīgs arī apkaimes iedzīvotājiem' },
      { kind: 'debate', who: 9, text: 'lēmumā jānosaka darbu pabeigšanas termiņš' },
      {
        kind: 'proposal',
        who: 9,
        text: 'papildināt lēmumu ar punktu par darbu pabeigšanu līdz 2027. gada 1. augustam',
        vote: { against: [0, 1, 2, 4, 6, 8], abstain: [10, 12] },
      },
      { kind: 'statement', who: 9, text: 'balsoju pret, jo lēmumā nav noteikts darbu pabeigšanas termiņš' },
    ],
    against: [9],
    abstain: [5],
  },
  {
    title: 'Par nosaukuma „Ābeļu iela” piešķiršanu ielai Paraugā',
    author: 'darbinieks',
    reporter: 'darbinieks',
    executor: 'darbinieks',
    committees: ['ATK'],
    fields: {
      summary: 'Jaunās apbūves ielai nepieciešams nosaukums, lai varētu piešķirt adreses.',
      legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu un Adresācijas noteikumus',
      funding: 'nav',
      grounds: 'Jaunajā apbūves teritorijā starp Liepu ielu un Ezera ielu izbūvēta iela, kurai nav nosaukuma.',
      points: [
        'Piešķirt ielai starp Liepu ielu un Ezera ielu Paraugā nosaukumu „Ābeļu iela”.',
        'Būvvaldei paziņot lēmumu Valsts zemes dienestam.',
      ],
      recipients: 'Valsts zemes dienestam',
    },
    opened: '10:46',
    voted: '10:51',
    speeches: [{ kind: 'report', who: '', text: 'nosaukums saskaņots ar apkaimes iedzīvotājiem' }],
  },
  {
    title: 'Par maksas autostāvvietas ierīkošanu Tirgus laukumā',
    author: 'vaditaja',
    reporter: 'vaditaja',
    executor: 'vaditaja',
    committees: ['ATK', 'FK'],
    fields: {
      summary: 'Piedāvāts Tirgus laukumā ieviest maksu par stāvvietu darbdienās.',
      legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu',
      funding: 'Pašvaldības budžets, 6 200 euro',
      points: ['Ierīkot Tirgus laukumā maksas autostāvvietu.'],
    },
    pause: ['11:05', '11:20'],
    presence: [{ at: '11:32', who: 13, status: 'left', reason: 'cits darba pienākums' }],
    opened: '11:21',
    voted: '11:40',
    speeches: [
      { kind: 'report', who: '', text: 'piedāvāts ieviest maksu par stāvvietu darbdienās no plkst. 9.00 līdz 17.00' },
      { kind: 'debate', who: 1, text: 'tirgus apmeklētājiem maksa būs traucējoša' },
      { kind: 'debate', who: 12, text: 'vispirms jāuzklausa tirgotāji' },
    ],
    against: [1, 2, 4, 6, 9, 10, 12],
    abstain: [8],
  },
  {
    title: 'Par domes lēmumu izpildi 2026. gada trešajā ceturksnī',
    author: 'direktors',
    reporter: 'direktors',
    executor: 'direktors',
    committees: ['FK'],
    fields: { summary: 'Izpilddirektora pārskats par lēmumu izpildi.', decisionKind: 'information' },
    opened: '11:42',
    voted: '11:58',
    outcome: 'noted',
    speeches: [
      {
        kind: 'report',
        who: '',
        text: 'no 41 lēmuma, kam izpildes termiņš bija trešajā ceturksnī, izpildīti 38; trim termiņš pagarināts',
      },
      { kind: 'question', who: 10, text: 'kuru lēmumu termiņi ir pagarināti?' },
      {
        kind: 'answer',
        who: 'Andris Kalnmalis',
        text: 'visi trīs skar būvdarbus, kuru pabeigšana atkarīga no laikapstākļiem',
      },
    ],
  },
  {
    title: 'Par pabalstu krīzes situācijā',
    author: 'jurists',
    reporter: 'jurists',
    executor: 'jurists',
    committees: ['SIK'],
    fields: {
      summary: 'Ģimene lūdz vienreizēju pabalstu krīzes situācijā.',
      legalBasis: 'Sociālo pakalpojumu un sociālās palīdzības likumu',
      funding: 'Sociālā dienesta budžets, 800 euro',
      points: ['Piešķirt vienreizēju pabalstu krīzes situācijā 800 euro.'],
      decisionKind: 'administrative-act',
    },
    opened: '12:02',
    voted: '12:12',
    closedBasis: 'privātās dzīves aizsardzība (Informācijas atklātības likums)',
    speeches: [
      {
        kind: 'report',
        who: '',
        text: 'Sociālais dienests ir izvērtējis ģimenes stāvokli un ierosina pabalstu piešķirt',
      },
      { kind: 'debate', who: 6, text: 'atbalstu ierosinājumu' },
    ],
  },
];

export const EXTRA: DraftStory = {
  title: 'Par sadarbības līguma slēgšanu ar Testa plānošanas reģionu',
  author: 'vaditaja',
  reporter: 'direktors',
  executor: 'vaditaja',
  committees: ['ATK'],
  fields: {
    summary: 'Projekta pieteikums jāiesniedz līdz mēneša beigām, tādēļ jautājums ir steidzams.',
    legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu',
    funding: 'nav',
    points: ['Slēgt sadarbības līgumu ar Testa plānošanas reģionu.', 'Pilnvarot izpilddirektoru parakstīt līgumu.'],
  },
};

export const CLOSING: readonly Speech[] = [
  { kind: 'question', who: 10, text: 'kad tiks pabeigta Liepu ielas apgaismojuma izbūve?' },
  { kind: 'answer', who: 'Andris Kalnmalis', text: 'darbi noslēgsies decembrī' },
  { kind: 'announcement', who: 0, text: 'nākamās domes sēdes darba kārtība būs pieejama pašvaldības tīmekļvietnē' },
];

const simple = (title: string, summary: string, points: string[], funding = 'nav') => ({
  title,
  author: 'vaditaja',
  reporter: 'vaditaja',
  executor: 'darbinieks',
  committees: ['ATK', 'FK'],
  fields: { summary, points, funding, legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu' },
});

export const COMING: readonly DraftStory[] = [
  simple(
    'Par Parauga novada attīstības programmas rīcības plāna aktualizēšanu',
    'Plānā iekļauti četri jauni projekti.',
    ['Apstiprināt aktualizēto rīcības plānu.'],
  ),
  simple(
    'Par atbalstu biedrības „Testa dziesma” dziesmu dienai',
    'Biedrība lūdz līdzfinansējumu pasākumam Ezeru pagastā.',
    ['Piešķirt 1 200 euro pasākuma rīkošanai.'],
    'Pašvaldības budžets, kultūras pasākumi, 1 200 euro',
  ),
  simple(
    'Par zemes vienības nodošanu atsavināšanai Kalnu pagastā',
    'Zemes vienība 0,42 ha platībā pašvaldībai nav nepieciešama.',
    ['Nodot zemes vienību atsavināšanai.', 'Apstiprināt izsoles noteikumus.'],
  ),
  simple(
    'Par autoceļa „Priedes–Ezeri” pārbūves projekta līdzfinansējumu',
    'Projekta pieteikumam nepieciešams apliecinājums par līdzfinansējumu.',
    ['Nodrošināt 15 % līdzfinansējumu projekta apstiprināšanas gadījumā.'],
    'Aizņēmums Valsts kasē, 96 000 euro',
  ),
  simple(
    'Par darba grupas izveidi skolu tīkla izvērtēšanai',
    'Darba grupa sagatavos priekšlikumus nākamajam mācību gadam.',
    ['Izveidot darba grupu septiņu cilvēku sastāvā.'],
  ),
  simple(
    'Par telpu nodošanu bezatlīdzības lietošanā Priežu pagasta bibliotēkai',
    'Bibliotēkai nepieciešamas papildu telpas.',
    ['Nodot telpas bezatlīdzības lietošanā.'],
  ),
];

/** A draft on which work goes on: the missing fields show. */
export const UNFINISHED = {
  title: 'Par maksas pakalpojumu cenrādi Parauga kultūras namā',
  summary: 'Cenrādis nav mainīts kopš 2022. gada.',
};
