import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { PDFDocumentProxy, PDFPageProxy, TextLayer } from 'pdfjs-dist';
import libraryUrl from 'pdfjs-dist/build/pdf.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { Empty } from './page.tsx';
import { useSharedText } from './texts.ts';

// pdf.js is loaded as it was published: bundled again it never answers.
const library = import(/* @vite-ignore */ libraryUrl).then((pdfjs: typeof import('pdfjs-dist')) => {
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  return pdfjs;
});

/** A PDF page by page; each is drawn when it comes near, with its text to select and to be read aloud. */
export default function PdfView({ href }: { href: string }) {
  const t = useSharedText();
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [isBroken, setIsBroken] = useState(false);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isWanted = true;
    const task = library.then(({ getDocument }) =>
      getDocument({
        url: href,
        standardFontDataUrl: '/pdf/standard_fonts/',
        cMapUrl: '/pdf/cmaps/',
        cMapPacked: true,
        useWasm: false,
      }),
    );
    task
      .then(({ promise }) => promise)
      .then(
        (found) => isWanted && setPdf(found),
        () => isWanted && setIsBroken(true),
      );
    return () => {
      isWanted = false;
      void task.then((begun) => begun.destroy());
    };
  }, [href]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const fit = Math.min(width, 980);
  return (
    <>
      <div className="viewer-bar">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('zoomOut')}
          onClick={() => setZoom(Math.max(zoom / 1.25, 0.4))}
        >
          <IconZoomOut size={18} aria-hidden />
        </ActionIcon>
        <span className="meta figures">{Math.round(zoom * 100)} %</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('zoomIn')}
          onClick={() => setZoom(Math.min(zoom * 1.25, 4))}
        >
          <IconZoomIn size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className="viewer-body" tabIndex={0} ref={box}>
        {isBroken && <Empty title={t('brokenFile')}>{t('cannotShowHint')}</Empty>}
        {!pdf && !isBroken && <div role="status">{t('loading')}</div>}
        {pdf &&
          fit > 0 &&
          Array.from({ length: pdf.numPages }, (_, place) => (
            <PdfPage key={place} pdf={pdf} number={place + 1} width={fit * zoom} />
          ))}
      </div>
    </>
  );
}

function PdfPage({ pdf, number, width }: { pdf: PDFDocumentProxy; number: number; width: number }) {
  const t = useSharedText();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy>();
  const [isNear, setIsNear] = useState(number <= 2);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry!.isIntersecting && setIsNear(true), {
      rootMargin: '800px',
    });
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    let isWanted = true;
    if (isNear) void pdf.getPage(number).then((found) => isWanted && setPage(found));
    return () => void (isWanted = false);
  }, [pdf, number, isNear]);
  const natural = page?.getViewport({ scale: 1 });
  const scale = natural ? width / natural.width : 1;
  const height = natural ? natural.height * scale : width * 1.414;
  useEffect(() => {
    if (!page || !canvas.current || !layer.current) return;
    const dots = window.devicePixelRatio || 1;
    const sharp = page.getViewport({ scale: scale * dots });
    canvas.current.width = sharp.width;
    canvas.current.height = sharp.height;
    const drawing = page.render({ canvas: canvas.current, viewport: sharp });
    drawing.promise.catch(() => undefined);
    let text: TextLayer | undefined;
    let isWanted = true;
    void library.then(({ TextLayer: Layer }) => {
      if (!isWanted || !layer.current) return;
      layer.current.replaceChildren();
      text = new Layer({
        textContentSource: page.streamTextContent(),
        container: layer.current,
        viewport: page.getViewport({ scale }),
      });
      text.render().catch(() => undefined);
    });
    return () => {
      isWanted = false;
      drawing.cancel();
      text?.cancel();
    };
  }, [page, scale]);
  return (
    <div
      ref={frame}
      className="pdf-page"
      style={{ width, height, ['--total-scale-factor' as string]: scale, ['--scale-factor' as string]: scale }}
      role="group"
      aria-label={t('page', { page: number, pages: pdf.numPages })}
    >
      <canvas ref={canvas} style={{ width, height }} aria-hidden />
      <div ref={layer} className="textLayer" />
    </div>
  );
}
