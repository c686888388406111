import type { Finding } from './contract.ts';

const finding =
  (code: string, severity: Finding['severity'], text: (subject: string) => { lv: string; en: string }) =>
  (subject = ''): Finding => ({ code, severity, ...text(subject) });

const quoted = (names: string) => (names ? `: ${names}` : '');

/** Everything the inspection may find, with what it is and what to do. */
export const findings = {
  empty: finding('empty', 'warning', () => ({
    lv: 'Datne ir tukša (0 baitu). Lūdziet sūtītājam to atsūtīt vēlreiz.',
    en: 'The file is empty (0 bytes). Ask the sender to send it again.',
  })),
  overLimit: finding('over-limit', 'warning', (limit) => ({
    lv: `Datne pārsniedz ${limit} MB un nav pārbaudīta. Tā ir saglabāta; lejupielādējiet to un pārbaudiet ar pretvīrusu programmu pirms reģistrēšanas.`,
    en: `The file is over ${limit} MB and was not inspected. It is kept; download it and scan it for viruses before registering.`,
  })),
  virus: finding('virus', 'refused', (name) => ({
    lv: `Pretvīrusu programma datnē atrada “${name}”. Neatveriet to! Dokumentam to pievienot nevar; saņemtais ir saglabāts kā pierādījums. Ziņojiet IT speciālistam un brīdiniet sūtītāju.`,
    en: `The virus scanner found “${name}” in the file. Do not open it. It cannot become a document’s file; what came is kept as evidence. Tell your IT specialist and warn the sender.`,
  })),
  notScanned: finding('not-scanned', 'warning', () => ({
    lv: 'Pretvīrusu programma neatbildēja, un datne ar to nav pārbaudīta. Pirms atvēršanas pārbaudiet to savā datorā un ziņojiet IT speciālistam.',
    en: 'The virus scanner did not answer, so the file was not scanned. Scan it on your own computer before opening it, and tell your IT specialist.',
  })),
  executable: finding('executable', 'refused', () => ({
    lv: 'Datne ir izpildāma programma vai skripts. Neatveriet to! Dokumentam to pievienot nevar; saņemtais ir saglabāts. Ja sūtījums ir gaidīts, lūdziet atsūtīt dokumentu PDF vai citā dokumenta formātā.',
    en: 'The file is a program or a script. Do not open it. It cannot become a document’s file; what came is kept. If the sending was expected, ask for the document as PDF or another document format.',
  })),
  executableInside: finding('executable-inside', 'warning', (names) => ({
    lv: `Arhīvā ir izpildāmas programmas vai skripti${quoted(names)}. Neatveriet tos; lūdziet sūtītājam atsūtīt tikai dokumentus.`,
    en: `The archive holds programs or scripts${quoted(names)}. Do not open them; ask the sender for documents only.`,
  })),
  macros: finding('macros', 'warning', () => ({
    lv: 'Dokumentā ir makrokomandas. Atverot neiespējojiet tās; ja iespējams, lūdziet atsūtīt PDF.',
    en: 'The document holds macros. Do not enable them when opening; ask for a PDF if you can.',
  })),
  extensionLies: finding('extension-lies', 'warning', (what) => ({
    lv: `Datnes nosaukuma paplašinājums neatbilst saturam: patiesībā tas ir ${what}. Pirms reģistrēšanas pārliecinieties, ka sūtītājs to ir paredzējis.`,
    en: `The file name’s extension does not fit the content: it really is ${what}. Make sure the sender meant it before registering.`,
  })),
  corruptedPdf: finding('corrupted-pdf', 'warning', () => ({
    lv: 'PDF datne ir bojāta, to nevar izlasīt. Lūdziet sūtītājam atsūtīt to vēlreiz; saņemtais ir saglabāts kā pierādījums.',
    en: 'The PDF is corrupted and cannot be read. Ask the sender to send it again; what came is kept as evidence.',
  })),
  damagedPdf: finding('damaged-pdf', 'warning', () => ({
    lv: 'PDF datne ir nepilnīga (trūkst beigu), tomēr daļa no tās ir lasāma. Salīdziniet lapu skaitu ar sūtītāju vai lūdziet atsūtīt vēlreiz.',
    en: 'The PDF is incomplete (its end is missing), though a part can be read. Compare the number of pages with the sender or ask for it again.',
  })),
  corruptedZip: finding('corrupted-zip', 'warning', (names) => ({
    lv: `Arhīvs vai konteiners ir bojāts${quoted(names)}. Lūdziet sūtītājam atsūtīt to vēlreiz; saņemtais ir saglabāts kā pierādījums.`,
    en: `The archive or container is corrupted${quoted(names)}. Ask the sender to send it again; what came is kept as evidence.`,
  })),
  zipBomb: finding('zip-bomb', 'refused', () => ({
    lv: 'Arhīvs izpakojoties kļūtu nesamērīgi liels (“zip bumba”). Neatveriet to! Dokumentam to pievienot nevar; ziņojiet IT speciālistam un lūdziet sūtītājam atsūtīt dokumentus atsevišķi.',
    en: 'Unpacked, the archive would become unreasonably large (a “zip bomb”). Do not open it. It cannot become a document’s file; tell your IT specialist and ask the sender for separate documents.',
  })),
  encrypted: finding('encrypted', 'warning', () => ({
    lv: 'Datne ir šifrēta ar paroli; sistēma tās saturu nevar ne pārbaudīt, ne atrast meklēšanā. Lūdziet sūtītājam atsūtīt nešifrētu datni vai e-adresē.',
    en: 'The file is encrypted with a password; its content can be neither checked nor found by search. Ask for an unencrypted file or for e-address.',
  })),
  winmail: finding('winmail', 'warning', () => ({
    lv: 'Sūtītāja Outlook pielikumus ir iepakojis datnē winmail.dat, ko citas programmas neatver. Lūdziet atsūtīt vēlreiz, formātā “HTML” vai “vienkāršs teksts”.',
    en: 'The sender’s Outlook packed the attachments into winmail.dat, which other programs cannot open. Ask to send again as HTML or plain text.',
  })),
  outlookMessage: finding('outlook-message', 'info', () => ({
    lv: 'Outlook vēstule (.msg). Tās pielikumus sistēma neizņem; saglabājiet vēstuli kā .eml un iemetiet vēlreiz vai pievienojiet pielikumus atsevišķi.',
    en: 'An Outlook message (.msg). Its attachments are not taken out; save it as .eml and drop it again, or add the attachments separately.',
  })),
  nestedMail: finding('nested-mail', 'info', () => ({
    lv: 'Pielikums ir cita e-pasta vēstule. Atveriet to: tajā var būt savi pielikumi.',
    en: 'The attachment is another e-mail message. Open it: it may have attachments of its own.',
  })),
  notInspected: finding('not-inspected', 'warning', () => ({
    lv: 'Datni neizdevās pārbaudīt atvēlētajā laikā; tā var būt ļaunprātīgi sagatavota. Neatveriet to, pirms to pārbaudījis IT speciālists.',
    en: 'The file could not be inspected in the time allowed; it may be malicious. Do not open it before your IT specialist has looked.',
  })),
  unknownType: finding('unknown-type', 'info', () => ({
    lv: 'Datnes veids nav pazīstams. Ja to nevarat atvērt, lūdziet sūtītājam atsūtīt PDF.',
    en: 'The file type is not known. If you cannot open it, ask the sender for a PDF.',
  })),
  mailBroken: finding('mail-broken', 'warning', () => ({
    lv: 'E-pasta vēstule ir bojāta (daļu robežas nesakrīt): var trūkt pielikumu vai teksta. Salīdziniet ar oriģinālu un, ja kā trūkst, lūdziet atsūtīt vēlreiz.',
    en: 'The e-mail is damaged (its part boundaries do not match): attachments or text may be missing. Compare with the original and ask again if something is missing.',
  })),
  mailUnreadable: finding('mail-unreadable', 'warning', () => ({
    lv: 'E-pasta vēstuli neizdevās izlasīt; tā ir saglabāta, kā saņemta. Lejupielādējiet oriģinālu vai lūdziet sūtītājam atsūtīt vēlreiz.',
    en: 'The e-mail could not be read; it is kept as received. Download the original or ask the sender to send it again.',
  })),
  mailNoSender: finding('mail-no-sender', 'warning', () => ({
    lv: 'Vēstulē nav norādīts sūtītājs. Noskaidrojiet to pēc satura; uz šo vēstuli ar e-pastu atbildēt nevarēs.',
    en: 'The message names no sender. Find out from its content; it cannot be answered by e-mail.',
  })),
  mailNoDate: finding('mail-no-date', 'info', () => ({
    lv: 'Vēstulē nav nosūtīšanas datuma; ievadiet dokumenta datumu pēc satura.',
    en: 'The message has no sending date; enter the document’s date from its content.',
  })),
  mailTooManyParts: finding('mail-too-many-parts', 'warning', (limit) => ({
    lv: `Vēstulē ir vairāk nekā ${limit} pielikumu; parādīti pirmie. Pārējie ir oriģinālajā vēstulē, ko var lejupielādēt.`,
    en: `The message has more than ${limit} attachments; the first are shown. The others are in the original, which can be downloaded.`,
  })),
} satisfies Record<string, (subject?: string) => Finding>;

/** For whoever opens a message and meets another one in it. */
export const { nestedMail } = findings;
