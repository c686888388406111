import yauzl from 'yauzl';

/** Every file of a ZIP container by its name, read by another program's library. */
export async function unpack(container: Buffer): Promise<Record<string, Buffer>> {
  const zip = await new Promise<yauzl.ZipFile>((done, failed) =>
    yauzl.fromBuffer(container, { lazyEntries: false }, (error, file) => (error ? failed(error) : done(file))),
  );
  const found: Record<string, Buffer> = {};
  const reading: Promise<void>[] = [];
  zip.on('entry', (entry: yauzl.Entry) =>
    reading.push(
      new Promise((done, failed) =>
        zip.openReadStream(entry, (error, stream) => {
          if (error) return failed(error);
          const parts: Buffer[] = [];
          stream
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => {
              found[entry.fileName] = Buffer.concat(parts);
              done();
            });
        }),
      ),
    ),
  );
  await new Promise((end) => zip.once('end', end));
  await Promise.all(reading);
  return found;
}
