import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep red. Index 7 is its name, #8c1d2f. */
const wine: MantineColorsTuple = [
  '#fbeff1',
  '#f3d8dc',
  '#e8b3ba',
  '#dc8b96',
  '#cd6675',
  '#bd4a5b',
  '#a83448',
  '#8c1d2f',
  '#731525',
  '#590e1b',
];

/** A long list scrolls in its own listbox, which the field's arrow keys move through. */
const listProps = { withScrollArea: false, styles: { options: { maxHeight: 240, overflowY: 'auto' as const } } };

/** The look, with the names that Mantine's own small buttons get in the reader's language. */
export const themeOf = (locale: 'lv' | 'en') =>
  createTheme({
    colors: { wine },
    primaryColor: 'wine',
    primaryShade: { light: 7, dark: 6 },
    defaultRadius: 6,
    fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
    fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
    lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '26px' },
    headings: {
      fontWeight: '650',
      sizes: { h1: { fontSize: '20px', lineHeight: '28px' }, h2: { fontSize: '15px', lineHeight: '22px' } },
    },
    components: {
      Button: { defaultProps: { size: 'sm' } },
      Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.4 }, radius: 8 } },
      Tooltip: { defaultProps: { openDelay: 400 } },
      Select: { defaultProps: listProps },
      MultiSelect: { defaultProps: listProps },
      InputClearButton: { defaultProps: { 'aria-label': locale === 'lv' ? 'Notīrīt lauku' : 'Clear the field' } },
      Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    },
  });

const tokens = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--ground)',
  '--mantine-color-default-hover': 'var(--ground-2)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-wine-light-color': 'var(--accent)',
  '--mantine-color-wine-outline': 'var(--accent)',
  '--mantine-color-wine-light': 'var(--accent-ground)',
  '--mantine-color-wine-light-hover': 'var(--accent-ground)',
  '--mantine-color-wine-text': 'var(--accent)',
};

/** Mantine's own colours on our tokens, so that every text keeps 4.5 : 1 and every border of a control 3 : 1. */
export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
