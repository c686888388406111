import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const fontFolder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));

/** The faces the templates use; a whole folder would bring eighteen. */
const FACES: [family: string, file: string][] = [
  ['noto-serif', '400Regular/NotoSerif_400Regular.ttf'],
  ['noto-serif', '400Regular_Italic/NotoSerif_400Regular_Italic.ttf'],
  ['noto-serif', '700Bold/NotoSerif_700Bold.ttf'],
  ['noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  ['noto-sans', '700Bold/NotoSans_700Bold.ttf'],
];

/** The compiler's workspace: a template can read no file of the machine. */
function emptyFolder(): string {
  const folder = join(tmpdir(), 'aprite-typeset');
  mkdirSync(folder, { recursive: true });
  return folder;
}

let compiler: NodeCompiler | undefined;

const theCompiler = () =>
  (compiler ??= NodeCompiler.create({
    workspace: emptyFolder(),
    fontArgs: [{ fontBlobs: FACES.map(([family, file]) => readFileSync(join(fontFolder(family), file))) }],
  }));

/**
 * Sets a document into PDF/A-2a (ISO 19005-2, tagged) from a Typst template and its data, which the template reads as
 * `json(bytes(sys.inputs.data))`. The same template, data and moment give the same bytes.
 * @throws Error when the template does not compile; that is a bug of the template, not of the data
 */
export function typeset(template: string, data: object, at: Date): Buffer {
  const result = theCompiler().compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const document = result.result;
  if (!document)
    throw new Error(`The template does not compile: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`);
  const pdf = theCompiler().pdf(document, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(at.getTime() / 1000) });
  theCompiler().evictCache(10);
  return pdf;
}
