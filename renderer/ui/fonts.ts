// The one typeface of every surface; bundled, so that it is there without the internet.
import '@fontsource-variable/plus-jakarta-sans/index.css';
