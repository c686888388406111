import type { AccessExplanation } from '#documents/contract';
import { day } from '../../shared/format.ts';
import { Loaded } from '../../shared/page.tsx';
import { useGet } from '../../shared/query.ts';
import { useText } from '../texts.ts';
import { Dialog } from './dialog.tsx';

/** Why the reader sees the document, or does not: each condition in a plain sentence. */
export default function Why({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const explanation = useGet<AccessExplanation>(`/api/documents/${id}/access`);
  const nameOf = (reason: string) => {
    const [what] = reason.split(':');
    return t(
      what === 'author' || what === 'task' || what === 'step' || what === 'sitting' ? `part.${what}` : 'part.other',
    );
  };
  return (
    <Dialog title={explanation.data?.isVisible === false ? t('why.title.no') : t('why.title.yes')} onClose={onClose}>
      <Loaded of={explanation}>
        {(why) => {
          const isRestricted = why.access === 'restricted';
          const sentences: [boolean | null, string][] = [
            [
              why.participation.length > 0,
              why.participation.length
                ? t('why.part', { reasons: [...new Set(why.participation.map(nameOf))].join(', ') })
                : t('why.noPart'),
            ],
            [why.mayReadInUnit, t(why.mayReadInUnit ? 'why.unit' : 'why.noUnit', { unit: why.unitName })],
            [
              null,
              isRestricted
                ? t('why.restricted', { basis: why.restrictionBasis, until: day(why.restrictedUntil) })
                : t('why.open'),
            ],
          ];
          if (isRestricted)
            sentences.push([
              why.mayReadRestricted,
              t(why.mayReadRestricted ? 'why.mayRestricted' : 'why.mayNotRestricted'),
            ]);
          if (why.substituting) sentences.push([null, t('why.substituting')]);
          return (
            <>
              <ul className="rows">
                {sentences.map(([isMet, text]) => (
                  <li key={text}>
                    <span aria-hidden style={{ width: 16, color: isMet ? 'var(--good)' : 'var(--quiet)' }}>
                      {isMet === null ? '·' : isMet ? '✓' : '–'}
                    </span>
                    <span className="grow">{text}</span>
                  </li>
                ))}
              </ul>
              {!why.isVisible && <p>{t('why.help')}</p>}
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
