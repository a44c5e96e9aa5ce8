import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { standInForServer } from './stand-in-server';
import type { Stories } from './story';

// A surface's styles are for its own page, so that each is loaded by itself: the surfaces, the stories of one, a story.
const surfaces = import.meta.glob<Stories>('./stories/*.tsx', { import: 'stories' });
const asked = new URLSearchParams(location.search);
const surface = asked.get('surface');
const title = asked.get('story');
const root = createRoot(document.getElementById('root') as HTMLElement);

if (surface === null) {
  const names = Object.keys(surfaces).map((file) => file.replace(/^.*\/|\.tsx$/g, ''));
  root.render(<Links name="surface" values={names} />);
} else void draw(surface);

async function draw(name: string) {
  const stories = (await surfaces[`./stories/${name}.tsx`]?.()) ?? {};
  const story = title === null ? undefined : stories[title];
  if (!story) {
    root.render(<Links name="story" values={Object.keys(stories)} />);
    return;
  }
  standInForServer(story);
  root.render(
    <StrictMode>
      <div data-story={title} style={{ display: 'contents' }}>
        {story.draw()}
      </div>
    </StrictMode>,
  );
}

function Links({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    // Over what the surface's own styles would make of a list.
    <main style={{ position: 'fixed', inset: 0, overflow: 'auto', padding: 24, background: '#fff' }}>
      <h1>Antre</h1>
      <ul>
        {values.map((value) => {
          const query = new URLSearchParams(asked);
          query.set(name, value);
          return (
            <li key={value}>
              <a href={`?${query}`}>{value}</a>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
