import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

// Light to dark; 6 and 7 are the look's tosca, 9 its deep.
const tosca: MantineColorsTuple = [
  '#dcebe5',
  '#c4ddd4',
  '#9fc6b9',
  '#78ae9d',
  '#4f9482',
  '#2b7a69',
  '#0a5c50',
  '#0a5c50',
  '#084a41',
  '#063b34',
];
const mengkudu: MantineColorsTuple = [
  '#f9e4e6',
  '#f0c6ca',
  '#e2979e',
  '#d36a74',
  '#c4434f',
  '#b52e3b',
  '#a81e2d',
  '#a81e2d',
  '#8a1825',
  '#6c121c',
];

// A dialog's head is no banner of the page, which the element `header` would make it.
const headOfDialog = { header: { role: 'presentation' } };

// Of 300 services, or 60 institutions, nobody sees anything before the field is opened.
const drawnOnceOpen = { keepMounted: false };

/** Mantine in the look's colours, type and radii. */
export const theme = createTheme({
  primaryColor: 'tosca',
  primaryShade: 7,
  colors: { tosca, mengkudu },
  black: '#14201b',
  white: '#ffffff',
  fontFamily: 'var(--font)',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '750', sizes: { h1: { fontSize: '22px' } } },
  radius: { sm: '8px', md: '8px', lg: '12px' },
  defaultRadius: 'md',
  focusRing: 'never',
  components: {
    // Mantine cuts the words of a button that is made narrower than they are.
    Button: { defaultProps: { size: 'md' }, styles: { root: { flexShrink: 0 } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', comboboxProps: drawnOnceOpen } },
    Autocomplete: { defaultProps: { size: 'md', comboboxProps: drawnOnceOpen } },
    MultiSelect: { defaultProps: { size: 'md', comboboxProps: drawnOnceOpen } },
    Textarea: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.5, color: '#14201b' },
        attributes: headOfDialog,
        styles: { title: { fontSize: 20, fontWeight: 750 } },
      },
    },
    Drawer: {
      defaultProps: {
        attributes: headOfDialog,
        transitionProps: { duration: 0 },
        styles: { title: { fontSize: 20, fontWeight: 750 } },
      },
    },
  },
});

/** The colours that Mantine derives by itself, set to the look's measured ones. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--white)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-disabled': 'var(--shut)',
    '--mantine-color-disabled-color': 'var(--ink-2)',
    '--mantine-color-disabled-border': 'var(--line)',
    // What Mantine draws around inputs.
    '--mantine-color-gray-4': 'var(--line)',
    '--mantine-color-error': 'var(--mengkudu)',
  },
  dark: {},
});
