import { useEffect, useRef } from 'react';
import { useKeys } from '../shared/keys.ts';
import { useGo } from '../shared/navigation.tsx';

const PLACES: Record<string, string> = { i: '/', d: '/documents', s: '/approvals', z: '/intake' };
const SECOND_KEY_MS = 1200;

/** The keys that work anywhere: `/`, `?`, `n`, `g` and a letter, Ctrl+K. */
export function GoKeys({ onShortcuts, onPalette }: { onShortcuts: () => void; onPalette: () => void }) {
  const go = useGo();
  const afterG = useRef(0);
  const goTo = (letter: string) => {
    if (Date.now() - afterG.current < SECOND_KEY_MS) go(PLACES[letter]!);
    afterG.current = 0;
  };
  useKeys({
    '/': () => document.getElementById('search-field')?.focus(),
    '?': onShortcuts,
    n: () => document.getElementById('new-button')?.click(),
    g: () => void (afterG.current = Date.now()),
    i: () => goTo('i'),
    d: () => goTo('d'),
    s: () => goTo('s'),
    z: () => goTo('z'),
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        onPalette();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onPalette]);
  return null;
}
