import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#kernel';
import { texts } from '../texts.ts';
import { STYLE_HREF } from '../style.ts';

export interface Frame {
  readonly locale: Locale;
  /** The address of this page without its language: '/decisions'. */
  readonly path: string;
  readonly institution: string;
}

const MENU = [
  ['track', ''],
  ['decisions', '/decisions'],
  ['contact', '/contact'],
] as const;

/** The frame of every page; works without scripts, and has none. */
function Layout({ frame, title, children }: { frame: Frame; title: string; children: ReactNode }) {
  const { locale, path, institution } = frame;
  const t = texts(locale);
  const other: Locale = locale === 'lv' ? 'en' : 'lv';
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${institution || t('portal')}`}</title>
        <link rel="stylesheet" href={STYLE_HREF} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('skip')}
        </a>
        <header>
          <div className="bar">
            <p className="name">{institution || t('portal')}</p>
            <nav aria-label={t('language')}>
              <a href={`/${other}${path}`} lang={other} hrefLang={other}>
                {other === 'lv' ? 'Latviski' : 'In English'}
              </a>
            </nav>
          </div>
          <nav className="bar menu" aria-label={t('menu')}>
            <ul>
              {MENU.map(([name, address]) => {
                const isHere = path === address || (name === 'track' && path.startsWith('/track'));
                return (
                  <li key={name}>
                    <a href={`/${locale}${address}`} aria-current={isHere ? 'page' : undefined}>
                      {t(name)}
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
        </header>
        <main id="content" tabIndex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <p lang="lv">{institution}</p>
        </footer>
      </body>
    </html>
  );
}

/** A whole page as HTML text. */
export const page = (frame: Frame, title: string, content: ReactNode): string =>
  `<!doctype html>${renderToStaticMarkup(
    <Layout frame={frame} title={title}>
      {content}
    </Layout>,
  )}`;
