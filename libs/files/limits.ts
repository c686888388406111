/** Bounds for what strangers send; none of them is reached by an honest document. */
export const LIMITS = {
  /** Entries of one archive. */
  zipEntries: 10_000,
  /** What an archive may say it unpacks to. */
  zipDeclared: 2 * 1024 ** 3,
  /** From this unpacked size on … */
  zipRatioFrom: 64 * 1024 ** 2,
  /** … an archive may be at most so many times larger unpacked. */
  zipRatio: 100,
  /** Unpacked bytes that one inspection looks at. */
  zipInflated: 256 * 1024 ** 2,
  /** Containers within containers. */
  depth: 3,
  /** One part inflated for its text. */
  textSource: 32 * 1024 ** 2,
  /** Characters of text kept for search from one file. */
  text: 400_000,
  pdfPages: 500,
  mailAttachments: 200,
  /** Files above this are neither inspected in depth nor searched inside. */
  inspected: 150 * 1024 ** 2,
  inspectSeconds: 30,
  extractSeconds: 60,
  mailSeconds: 60,
  previewSeconds: 30,
  /** A text or XML above this is not shown: its page would outgrow the thread's memory. */
  textPreviewed: 16 * 1024 ** 2,
  /** Rows and columns of one sheet that a preview shows. */
  sheetRows: 1000,
  sheetColumns: 100,
  /** Characters of a preview's page, pictures included. */
  previewHtml: 24 * 1024 ** 2,
  previewPicture: 4 * 1024 ** 2,
  /** Heap of the isolated thread. */
  heapMb: 512,
} as const;
