import { useLocation, useNavigate, useParams as useRouteParams, useRouter } from '@tanstack/react-router';
import { useCallback, type AnchorHTMLAttributes, type MouseEvent, type Ref } from 'react';

/** Parameters of the address: `/sittings/$id` gives `{ id }`. */
export const useParams = () => useRouteParams({ strict: false }) as Record<string, string>;

/** Goes to an address: `go('/documents/…')`. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback(
    (to: string, options: { replace?: boolean } = {}) => void navigate({ href: to, replace: options.replace } as never),
    [navigate],
  );
}

/** The question part of the address as texts, and how to change it; an empty value leaves it. */
export function useQueryText(): [Record<string, string>, (changes: Record<string, string | null | undefined>) => void] {
  const location = useLocation();
  const go = useGo();
  const query = Object.fromEntries(new URLSearchParams(location.searchStr));
  const change = (changes: Record<string, string | null | undefined>) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const text = next.toString();
    go(`${location.pathname}${text ? `?${text}` : ''}`, { replace: true });
  };
  return [query, change];
}

export const usePathname = () => useLocation().pathname;

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link inside the application; with Ctrl or the middle button it opens a tab like any link. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const go = useGo();
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || rest.target)
      return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={router.history.createHref(to)} onClick={click} />;
}
