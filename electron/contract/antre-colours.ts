/** The kiosk's colours where a hall has chosen none of its own. */
export const antreColours = { primary: '#0a5c50', band: '#063b34' };
