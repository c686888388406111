import type { IndicatorsView } from '#indicators/contract';
import { percent, usePick } from '../shared/format.ts';
import { Section } from '../shared/page.tsx';
import { useFigures } from './figures.ts';
import { useText } from './texts.ts';

/** The year's score, its level, and how far the next one is. */
export function Score({ of: score }: { of: IndicatorsView['score'] }) {
  const t = useText();
  const pick = usePick();
  const { number, locale } = useFigures();
  const share = (value: number) => percent(value / 100, locale);
  const { level, levels, toNextLevel, points, outOf, covered } = score;
  return (
    <Section title={t('score')}>
      <div className="score">
        <div>
          <div className="score-large figures">{score.percent === null ? '–' : share(score.percent)}</div>
          <strong>{level ? t('level', { level: level.level, name: pick(level) }) : t('noLevel')}</strong>
        </div>
        <div className="quiet">
          {score.percent !== null && (
            <p style={{ margin: 0 }}>
              {t('coveredPoints', { points: number(points), covered: number(covered), outOf: number(outOf) })}
            </p>
          )}
          {toNextLevel !== null && <p style={{ margin: 0 }}>{t('toNext', { percent: share(toNextLevel) })}</p>}
          <p style={{ margin: 0 }}>{pick(score.basis)}</p>
        </div>
      </div>
      <ol className="score-bands" aria-label={t('bands')}>
        {levels.map((band, i) => (
          <li
            key={band.level}
            data-reached={level && band.level <= level.level ? '' : undefined}
            aria-current={band.level === level?.level ? 'true' : undefined}
            style={{ flex: `${(levels[i + 1]?.from ?? 100) - band.from} 1 72px` }}
          >
            <strong>{`${band.level}. ${pick(band)}`}</strong>
            <span className="quiet">{t('bandFrom', { percent: share(band.from) })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
