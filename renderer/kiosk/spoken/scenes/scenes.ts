import type { Place } from '../visit';
import { helpScene, languagesScene, leaveScene, welcomeScene } from './at-the-door';
import {
  countersScene,
  documentsScene,
  fetchScene,
  groupsScene,
  priorityScene,
  servicesScene,
  shutScene,
  takeScene,
} from './choosing';
import type { Scene, SceneParts } from './scene';
import { askingScene, endedScene, paperlessScene, refusedScene, ticketScene } from './with-a-number';

const scenes: Readonly<Record<Place, (parts: SceneParts) => Scene>> = {
  welcome: welcomeScene,
  languages: languagesScene,
  groups: groupsScene,
  counters: countersScene,
  shut: shutScene,
  services: servicesScene,
  documents: documentsScene,
  priority: priorityScene,
  fetch: fetchScene,
  take: takeScene,
  asking: askingScene,
  refused: refusedScene,
  ticket: ticketScene,
  paperless: paperlessScene,
  ended: endedScene,
  help: helpScene,
  leave: leaveScene,
};

/** What is heard, and what can be done, where the visitor is. */
export function sceneOf(parts: SceneParts): Scene {
  return scenes[parts.visit.place](parts);
}
