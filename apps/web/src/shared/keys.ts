import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');

/** A dialog or an opened list; lists of closed fields stay in the page unseen. */
const isFloating = () =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Single keys of a screen: `useKeys({ n: open, '?': help })`. They rest while one types or a dialog is open. */
export function useKeys(keys: Keys, isOn = true) {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isFloating()) return;
      const key = current.current[event.key];
      if (!key) return;
      event.preventDefault();
      key(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn]);
}
