import { day } from '../../shared/format.ts';
import { Link } from '../../shared/navigation.tsx';
import { Empty, Section } from '../../shared/page.tsx';
import { useKinds, useWord } from '../../shared/words.ts';
import { useText } from '../texts.ts';
import type { Card } from '../use-card.ts';

const BACK: Record<string, string> = {
  answers: 'answered-by',
  amends: 'amended-by',
  revokes: 'revoked-by',
  supplements: 'supplemented-by',
  related: 'related-by',
  basis: 'basis-by',
};

/** Documents this one answers, amends, rests on, and those that do so to it. */
export function LinksPlace({ card }: Card) {
  const t = useText();
  const word = useWord();
  const { kindName } = useKinds();
  if (!card.links.length) return <Empty title={t('noLinks')} />;
  return (
    <Section title={t('links')}>
      <ul className="rows">
        {card.links.map((link) => (
          <li key={`${link.id}-${link.kind}-${link.isFrom}`}>
            <span style={{ flex: '0 0 150px' }}>{word('link', link.isFrom ? link.kind : BACK[link.kind])}</span>
            <div className="grow">
              <Link to={`/documents/${link.id}`}>
                {link.number ?? t('withoutNumber')} {link.title}
              </Link>
              <div className="meta">
                {kindName(link.documentKind)} · {day(link.registeredOn)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
