import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useIsConnectionLost } from '../shared/connection.ts';
import { useLiveScreens } from '../shared/live.ts';
import { useSession } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { CommandPalette } from './command-palette.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { GoKeys } from './go-keys.tsx';
import { Rail } from './rail.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useText } from './texts.ts';
import { TopBar } from './top-bar.tsx';

const RAIL = 'aprite.rail';

/** What stays while pages change: rail, top bar, the state of the connection, keys that work anywhere. */
export function Frame() {
  const t = useText();
  const shared = useSharedText();
  const { substitutes } = useSession();
  const isLost = useIsConnectionLost();
  const [isNarrow, setIsNarrow] = useState(() => localStorage.getItem(RAIL) === 'narrow');
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useLiveScreens();
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [pathname]);
  const toggleRail = () => {
    localStorage.setItem(RAIL, isNarrow ? 'wide' : 'narrow');
    setIsNarrow(!isNarrow);
  };
  return (
    <div className="frame" data-rail={isNarrow ? 'narrow' : 'wide'}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Rail isNarrow={isNarrow} onToggle={toggleRail} />
      <TopBar onPalette={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <main className="main" id="main" ref={main} tabIndex={-1}>
        {isLost && (
          <div className="band band-warn" role="alert">
            {shared('connectionLost')}
          </div>
        )}
        {substitutes.length > 0 && (
          <div className="band" style={{ background: 'var(--ground-2)' }}>
            {t('substituting', { names: substitutes.map(({ name }) => name).join(', ') })}
          </div>
        )}
        <Outlet />
      </main>
      <GoKeys onShortcuts={() => setOpen('shortcuts')} onPalette={() => setOpen('palette')} />
      {open === 'palette' && <CommandPalette onClose={() => setOpen(null)} onShortcuts={() => setOpen('shortcuts')} />}
      {open === 'shortcuts' && <Shortcuts onClose={() => setOpen(null)} />}
      <DropAnywhere />
    </div>
  );
}
