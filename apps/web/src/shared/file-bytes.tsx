import { lazy, Suspense } from 'react';
import { Loading } from './page.tsx';

const PdfView = lazy(() => import('./pdf-view.tsx'));

/** Content that a browser shows as it is. */
export function Bytes({ href, mediaType, name }: { href: string; mediaType: string; name: string }) {
  return mediaType === 'application/pdf' ? (
    <Suspense fallback={<Loading />}>
      <PdfView key={href} href={href} />
    </Suspense>
  ) : (
    <div className="viewer-body" tabIndex={0}>
      <img src={href} alt={name} />
    </div>
  );
}
