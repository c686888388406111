import { SaxesParser } from 'saxes';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Attribute, type Tree, TreeBuilder, notWellFormed, tooMuch } from './build-tree.ts';
import { readPlain } from './read-plain.ts';

export type { Tree };

/**
 * Text to tree. A document type is refused outright (no entities, no external files), so are depth and size beyond
 * the limits: hostile files end here in bounded time. Namespaces are resolved here because saxes' own resolution is
 * quadratic in depth.
 */
export function parseTree(text: string): Tree {
  try {
    return readPlain(text) ?? parse(text, false);
  } catch (error) {
    // Counting lines costs time, so it is done only when there is an error to place.
    if (error instanceof Refusal && error.code === 'not-well-formed') return parse(text, true);
    throw error;
  }
}

function parse(text: string, position: boolean): Tree {
  const parser = new SaxesParser({ xmlns: false, position });
  const builder = new TreeBuilder();
  /** The attributes of the tag that is being read. */
  let given: Attribute[] = [];

  parser.on('error', (error) => {
    throw notWellFormed(error.message);
  });
  parser.on('doctype', () => {
    throw new Refusal(
      'doctype',
      'Failā ir dokumenta tipa deklarācija (DTD); drošības dēļ tādu nepieņemam.',
      'The file has a document type declaration (DTD), which is refused for safety.',
    );
  });
  parser.on('attribute', ({ name, value }) => {
    given.push([name, value]);
    if (given.length > limits.attributes) {
      throw tooMuch('too-many-attributes', 'pārāk daudz atribūtu', 'too many attributes');
    }
  });
  parser.on('opentag', ({ name }) => {
    builder.start(name, given);
    given = [];
  });
  parser.on('text', (chunk) => builder.text(chunk));
  parser.on('cdata', (chunk) => builder.text(chunk));
  parser.on('closetag', () => builder.end());
  parser.write(text).close();
  return builder.tree();
}
