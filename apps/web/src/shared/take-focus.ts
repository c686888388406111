/** Ref of what comes into a dialog after it opened and is to be acted on: `data-autofocus` is read at its opening only. */
export const takeFocus = (node: HTMLElement | null): void => node?.focus();
