import type { Directory } from '../../apps/cli/seed/base.ts';
import { withClients } from './record-statements.ts';

/** Words of municipal titles; each title is two of them, so that a word is in one document of ten. */
const MATTERS = ['ceļa', 'ielas', 'laukuma', 'ēkas', 'parka', 'skolas', 'mežu', 'ezera', 'tilta', 'kanāla'];
const DEEDS = [
  'apgaismojumu',
  'remontu',
  'uzturēšanu',
  'nomu',
  'atsavināšanu',
  'apsaimniekošanu',
  'finansējumu',
  'projektu',
  'saskaņošanu',
  'pārbūvi',
];

/** Fills register SD up to `size` documents, with their search entries, straight into the tables. */
export async function fill(ownerUrl: string, { institutionId, people, units }: Directory, size: number): Promise<void> {
  await withClients(ownerUrl, 1, async ([owner]) => {
    const { rows } = await owner!.query<{ count: number }>(
      `select count(*)::int from document d join register r on r.id = d.register_id where r.code = 'SD'`,
    );
    const first = rows[0]!.count + 1;
    await owner!.query(`select set_config('aprite.institution', $1, false)`, [institutionId]);
    await owner!.query(
      `with titles as materialized (
         select row_number() over () - 1 as n, 'Par ' || m || ' ' || d as title, search_words('Par ' || m || ' ' || d) as words
           from unnest($1::text[]) m cross join unnest($2::text[]) d
       ), made as (
         insert into document (id, kind, title, state, direction, channel, register_id, number, number_seq, number_period, registered_at, registered_on,
                               unit_id, case_id, counterparty_name, created_at, created_by)
         select gen_random_uuid(), 'letter', t.title, 'registered', 'incoming', 'email', r.id, '1-9/00/' || i || '-S', i, 0,
                timestamptz '2020-01-01' + i * interval '3 minutes', (timestamptz '2020-01-01' + i * interval '3 minutes')::date,
                $3, c.id, 'Testa puse ' || i % 5000, timestamptz '2020-01-01', $4
           from generate_series($5::int, $6::int) i join titles t on t.n = i % 100
           cross join (select id from register where code = 'SD') r cross join (select id from case_file where index = '1-9') c
         returning id, registered_at, register_id, unit_id, title
       )
       insert into search_entry (document_id, at, kind, register_id, year, unit_id, words)
       select m.id, m.registered_at, 'letter', m.register_id, 2020, m.unit_id, t.words from made m join titles t on t.title = m.title`,
      [MATTERS, DEEDS, units.get('KAN'), people.get('lietvede'), first, size],
    );
    await owner!.query('vacuum analyze document');
    await owner!.query('vacuum analyze search_entry');
  });
}
