import type { Element } from '../xml/tree.ts';

export interface Located {
  elements: Element[];
  /** Only what is inside the element, not itself. */
  isContent?: true;
}

/**
 * The part of a document that Austrian producers name, in XPointers and in filters: by an identifier (`id('x')`,
 * `//*[@Id='x']`), from there by the names of children, and `/node()` for the content. Undefined for any other expression.
 */
export function locate(
  words: string,
  ids: Map<string, Element[]>,
  namespaceOf: (prefix: string) => string | null | undefined,
): Located | undefined {
  const said =
    /^(?:id\((['"])([^'"]+)\1\)|\/\/\*\[@Id=(['"])([^'"]+)\3\])((?:\/(?:child::)?[\w.-]+:[\w.-]+)*)(\/node\(\))?$/.exec(
      words.trim(),
    );
  if (!said) return undefined;
  const [, , byId, , byAttribute, steps, content] = said;
  let elements = ids.get(byId ?? byAttribute!) ?? [];
  for (const step of steps!.split('/').slice(1)) {
    const [prefix, name] = step.replace('child::', '').split(':') as [string, string];
    const namespace = namespaceOf(prefix);
    elements = elements.flatMap(({ children }) =>
      children.filter((one) => one.name === name && one.namespace === namespace),
    );
  }
  return { elements, ...(content ? { isContent: true } : {}) };
}
