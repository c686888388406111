import type { SigningView } from '#signing/contract';
import { moment, usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { waitsKey } from './signing-state.tsx';
import { useText } from './texts.ts';

/** Signings that the reader has begun and not ended: each says why it stands and leads to the way on. */
export function OpenSignings() {
  const t = useText();
  const pick = usePick();
  const { data } = useGet<SigningView[]>('/api/signatures');
  if (!data?.length) return null;
  return (
    <Section title={t('openTitle')}>
      <ul className="rows">
        {data.map((view) => (
          <li key={view.id}>
            <div className="grow">
              <Link to={`/signing/${view.id}`}>
                {view.items.length === 1 ? view.items[0]!.title : t('documents', { count: view.items.length })}
              </Link>
              <div className="meta">
                {[
                  view.cause ? pick(view.cause) : view.waitsFor && t(waitsKey(view)),
                  t('started', { moment: moment(view.createdAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <Link to={`/signing/${view.id}`}>{t('goOn')}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
