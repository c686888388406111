import { SaxesParser } from 'saxes';

export interface Envelope {
  readonly senderName: string;
  readonly senderAddress: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly sentOn: string | null;
  readonly files: readonly { readonly name: string; readonly reference: string }[];
}

/** Reads the sender's half of a DIV v1-0 envelope by its element names. @throws Error when it is not well-formed XML */
export function readEnvelope(xml: string): Envelope {
  const path: string[] = [];
  const values = new Map<string, string[]>();
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    path.push(name.split(':').at(-1)!);
    text = '';
  });
  parser.on('text', (data) => void (text += data));
  parser.on('closetag', () => {
    const key = path.slice(-2).join('/');
    values.set(key, [...(values.get(key) ?? []), text.trim()]);
    path.pop();
    text = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const all = (key: string) => values.get(key) ?? [];
  const one = (key: string) => all(key)[0] ?? '';
  const date = one('GeneralMetadata/Date').slice(0, 10);
  return {
    senderName: one('Institution/Title') || [one('PrivatePerson/Name'), one('PrivatePerson/Surname')].join(' ').trim(),
    senderAddress: one('SenderTransportMetadata/SenderE-Address'),
    recipients: all('RecipientEntry/RecipientE-Address'),
    subject: one('GeneralMetadata/Title'),
    body: one('GeneralMetadata/Description'),
    sentOn: /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null,
    files: all('File/Name').map((name, place) => ({ name, reference: all('Content/ContentReference')[place] ?? '' })),
  };
}
