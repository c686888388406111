import { daysBetween, dayOf, latvianDate, type Locale } from '#kernel';
import type { Application, Decision, Institution } from '../public-data.ts';
import { STATES, STEPS, texts } from '../texts.ts';

/** The form and, when the code was refused, why. */
export function TrackForm({
  locale,
  typed,
  problem,
}: {
  locale: Locale;
  typed?: string;
  problem?: 'noSuchCode' | 'tooMany';
}) {
  const t = texts(locale);
  return (
    <>
      <p>{t('trackIntro')}</p>
      {problem && (
        <p className="error" id="problem" role="alert">
          {t('errorPrefix')}
          {t(problem)}
        </p>
      )}
      <form method="post" action={`/${locale}/track`}>
        <label htmlFor="code">{t('code')}</label>
        <span className="hint" id="hint">
          {t('codeHint')}
        </span>
        <input
          id="code"
          name="code"
          defaultValue={typed}
          required
          maxLength={30}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={problem ? 'problem hint' : 'hint'}
          aria-invalid={problem === 'noSuchCode' ? true : undefined}
        />
        <button type="submit">{t('show')}</button>
      </form>
      <p className="hint">{t('privacy')}</p>
    </>
  );
}

const rigaMoment = (locale: Locale, at: Date) =>
  `${latvianDate(dayOf(at))} ${new Intl.DateTimeFormat(locale === 'lv' ? 'lv-LV' : 'en-GB', {
    timeZone: 'Europe/Riga',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)}`;

/** '2 dienas vēlāk', '21 dienu vēlāk', '1 day later'. */
function daysLater(locale: Locale, days: number): string {
  if (locale === 'en') return `${days} ${days === 1 ? 'day' : 'days'} later`;
  return `${days} ${new Intl.PluralRules('lv').select(days) === 'one' ? 'dienu' : 'dienas'} vēlāk`;
}

const ENDED = ['answered', 'done', 'cancelled'];

/** The path of one application: what happened and when; no names, no contents. */
export function TrackedApplication({ locale, application }: { locale: Locale; application: Application }) {
  const t = texts(locale);
  const { number, registeredOn, dueOn, state, institution, unit, path } = application;
  const isEnded = ENDED.includes(state);
  return (
    <>
      <dl>
        <dt>{t('number')}</dt>
        <dd>{number}</dd>
        <dt>{t('registered')}</dt>
        <dd>{latvianDate(registeredOn)}</dd>
        <dt>{t('withUnit')}</dt>
        <dd>
          {institution}, {unit}
        </dd>
        {dueOn && (
          <>
            <dt>{t('due')}</dt>
            <dd>{latvianDate(dueOn)}</dd>
          </>
        )}
        <dt>{t('stateNow')}</dt>
        <dd>
          <strong>{STATES[state]?.[locale] ?? state}</strong>
        </dd>
      </dl>
      <h2>{t('path')}</h2>
      <ol className="path">
        {path.map(({ type, at, isReply }, i) => {
          const days = i > 0 ? daysBetween(dayOf(path[i - 1]!.at), dayOf(at)) : 0;
          return (
            <li key={i} className={isEnded && i === path.length - 1 ? 'ended' : undefined}>
              <strong>
                {isReply && `${t('reply')}: `}
                {STEPS[type]?.[locale] ?? type}
              </strong>
              <span>
                <time dateTime={at.toISOString()}>{rigaMoment(locale, at)}</time>
                {days > 0 && ` · ${daysLater(locale, days)}`}
              </span>
            </li>
          );
        })}
        {!isEnded && (
          <li className="waiting" aria-current="step">
            <strong>{t('waiting')}</strong>
            <span>{STATES[state]?.[locale] ?? state}</span>
          </li>
        )}
      </ol>
      <p className="hint">{t('privacy')}</p>
      <p>
        <a href={`/${locale}`}>{t('another')}</a>
      </p>
    </>
  );
}

export function Decisions({ locale, decisions }: { locale: Locale; decisions: readonly Decision[] }) {
  const t = texts(locale);
  if (!decisions.length) return <p>{t('noDecisions')}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('decisions')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('title')}</th>
            <th scope="col">{t('adopted')}</th>
            <th scope="col">{t('published')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ number, title, adoptedOn, publishedAt }, i) => (
            <tr key={i}>
              <td>{number}</td>
              <td lang="lv">{title}</td>
              <td>{latvianDate(adoptedOn)}</td>
              <td>{latvianDate(dayOf(publishedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Contact({ locale, institutions }: { locale: Locale; institutions: readonly Institution[] }) {
  const t = texts(locale);
  return institutions.map(({ name, registrationNumber, address, phone, email, eAddress }) => (
    <section key={name}>
      <h2 lang="lv">{name}</h2>
      <dl>
        <dt>{t('address')}</dt>
        <dd lang="lv">{address}</dd>
        <dt>{t('phone')}</dt>
        <dd>
          <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
        </dd>
        <dt>{t('email')}</dt>
        <dd>
          <a href={`mailto:${email}`}>{email}</a>
        </dd>
        <dt>{t('eAddress')}</dt>
        <dd>{eAddress}</dd>
        <dt>{t('registrationNumber')}</dt>
        <dd>{registrationNumber}</dd>
      </dl>
    </section>
  ));
}

export function Message({ locale, text }: { locale: Locale; text: 'notFoundText' | 'failedText' }) {
  const t = texts(locale);
  return (
    <>
      <p>{t(text)}</p>
      <p>
        <a href={`/${locale}`}>{t('start')}</a>
      </p>
    </>
  );
}
